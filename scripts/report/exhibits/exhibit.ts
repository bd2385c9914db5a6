/** A picture and the table beside it, from the same rows. */
export interface Exhibit {
  /** What both show: the figure's caption. */
  title: string
  /** Left out where a table says it better. */
  svg?: string
  head: string[]
  rows: string[][]
  /** What a reader has to know to read it. */
  note?: string
  /** The table is long and stands in a fold-out. */
  folded?: boolean
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('{', '&#123;')

/** Figures, and what stands in place of one, line up on the right. */
const isNumber = (text: string) => /^[\d,.]+( %)?$|^(none|does not fit|)$/.test(text)

/** An exhibit as HTML without blank lines, so that Markdown takes it as one block. */
export function exhibitHtml({ title, svg, head, rows, note, folded }: Exhibit): string {
  const numbers = head.map((_, at) => rows.every((row) => isNumber(row[at] ?? '')))
  const column = (at: number) => (numbers[at] ? ' class="number"' : '')
  const cells = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row"${first.includes(' ') ? '' : ' class="name"'}>${escaped(first)}</th>${rest
        .map((cell, i) => `<td${column(i + 1)}>${escaped(cell)}</td>`)
        .join('')}</tr>`,
  )
  const table = `<table tabindex="0" aria-label="${escaped(title)}"><thead><tr>${head
    .map((cell, at) => `<th scope="col"${column(at)}>${escaped(cell)}</th>`)
    .join('')}</tr></thead><tbody>${cells.join('')}</tbody></table>`
  const picture = svg
    ? `<div class="picture" tabindex="0" role="group" aria-label="${escaped(title)}, picture">${svg}</div>`
    : ''
  const below = folded
    ? `<details><summary class="fold">The same as a table</summary>${table}</details>`
    : table
  return `<figure class="exhibit"><figcaption>${escaped(title)}</figcaption>${picture}${note ? `<p class="note">${escaped(note)}</p>` : ''}${below}</figure>`
}
