/**
 * VitePress' search box calls itself a button and its results options that hold links, which assistive technology can't
 * make sense of. This makes it a dialog with a list of links, and says in a status what the arrow keys selected.
 * It looks at each box that opens, and again after each change in it.
 *
 * @returns ends the looking
 */
export function mendSearch(): () => void {
  const inside = new MutationObserver((changes) => {
    const box = (changes[0]?.target as Element | undefined)?.closest?.('.VPLocalSearchBox')
    if (box) mend(box)
  })
  const look = () => {
    const box = document.body.querySelector(':scope > .VPLocalSearchBox')
    if (!box || box.getAttribute('role') === 'dialog') return
    mend(box)
    inside.observe(box, {
      subtree: true,
      childList: true,
      attributeFilter: ['role', 'class', 'aria-selected', 'aria-activedescendant', 'aria-owns', 'aria-label'],
    })
  }
  const outside = new MutationObserver(look)
  outside.observe(document.body, { childList: true })
  return () => {
    outside.disconnect()
    inside.disconnect()
  }
}

/** Changes only what is not as it should be: its own changes come back to the observer. */
function mend(box: Element): void {
  set(box, { role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Search' })
  drop(box, 'aria-owns', 'aria-expanded', 'aria-haspopup', 'aria-labelledby')
  for (const input of box.querySelectorAll('input')) drop(input, 'aria-activedescendant', 'aria-autocomplete')
  for (const list of box.querySelectorAll('.results')) drop(list, 'role')
  for (const item of box.querySelectorAll('.results > li')) drop(item, 'role', 'aria-selected')
  const links = [...box.querySelectorAll('a.result')]
  for (const link of links) {
    drop(link, 'aria-label')
    if (link.classList.contains('selected')) set(link, { 'aria-current': 'true' })
    else drop(link, 'aria-current')
    for (const icon of link.querySelectorAll('.title-icon')) set(icon, { 'aria-hidden': 'true' })
  }
  // A name is allowed on a picture of a key, not on a key.
  for (const key of box.querySelectorAll('kbd[aria-label]')) set(key, { role: 'img' })
  const selected = links.findIndex((link) => link.classList.contains('selected'))
  const words = links[selected]?.querySelector('.titles')?.textContent?.replace(/^\s*#/, '').trim()
  const text = links.length === 0 ? '' : `${selected + 1} of ${links.length}${words ? `: ${words}` : ''}`
  const status = statusOf(box)
  if (status.textContent !== text) status.textContent = text
}

function statusOf(box: Element): Element {
  const found = box.querySelector(':scope > [data-mended]')
  if (found) return found
  const made = document.createElement('p')
  made.className = 'visually-hidden'
  made.dataset.mended = ''
  made.setAttribute('role', 'status')
  box.append(made)
  return made
}

function set(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function drop(element: Element, ...names: string[]): void {
  for (const name of names) if (element.hasAttribute(name)) element.removeAttribute(name)
}
