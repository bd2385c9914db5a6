/** A lesson cut into slides: each starts at a heading or at something that is played with. */

/** Starts a slide of its own. */
const starts = 'h1, h2, h3, .playground'
/** Speaks to the person in front, or about the figures: not for the wall. */
const leftOut = '.conditions'

/** Elements of each slide, in the order of the page. */
export function cutIntoSlides(root: Element): HTMLElement[][] {
  const slides: HTMLElement[][] = []
  for (const child of root.children as Iterable<HTMLElement>) {
    if (child.matches(leftOut) || isForFacilitator(child)) continue
    if (slides.length === 0 || child.matches(starts)) slides.push([])
    slides.at(-1)!.push(child)
  }
  return slides
}

/**
 * The same slides, each no higher than the wall: what does not fit goes on, under its heading once more. One thing that
 * is higher by itself stays whole and is scrolled.
 *
 * @param room pixels from the first line to the bar
 */
export function fitSlides(slides: readonly HTMLElement[][], room: number): HTMLElement[][] {
  return slides.flatMap((slide) => {
    const heading = slide[0]?.matches('h2, h3') ? slide[0] : undefined
    const pages: HTMLElement[][] = [[]]
    let used = 0
    for (const element of slide) {
      const page = pages.at(-1)!
      const takes = heightOf(element)
      const isAlone = page.length === 0 || (page.length === 1 && page[0] === heading)
      if (isAlone || used + takes <= room) {
        page.push(element)
        used += takes
      } else {
        pages.push(heading ? [heading, element] : [element])
        used = takes + (heading ? heightOf(heading) : 0)
      }
    }
    return pages
  })
}

/** With the larger of its margins: neighbors share theirs. */
function heightOf(element: HTMLElement): number {
  const { marginTop, marginBottom } = getComputedStyle(element)
  return element.offsetHeight + Math.max(Number.parseFloat(marginTop), Number.parseFloat(marginBottom))
}

function isForFacilitator(element: Element): boolean {
  return element.matches('details') && /^For the facilitator/.test(element.textContent?.trim() ?? '')
}

/** Shows one slide and hides everything else that stands beside it. */
export function showSlide(root: Element, slides: readonly HTMLElement[][], at: number): void {
  const shown = new Set(slides[at])
  for (const child of root.children as Iterable<HTMLElement>)
    child.toggleAttribute('data-off-slide', !shown.has(child))
}

/** Undoes `showSlide`. */
export function showAll(root: Element): void {
  for (const child of root.children) child.removeAttribute('data-off-slide')
}

/** Keys that belong to whatever has the focus: fields, the drawing, an editor, a button's own keys. */
export function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, canvas, [contenteditable], [role=application], .cm-editor') !==
      null
  )
}
