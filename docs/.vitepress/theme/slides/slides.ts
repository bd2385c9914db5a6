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
