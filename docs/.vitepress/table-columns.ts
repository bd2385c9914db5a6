/** What of markdown-it's tokens is read and written here. */
interface Token {
  type: string
  content: string
  children?: Token[] | null
  attrJoin(name: string, value: string): void
  attrGet(name: string): string | null
}

/** A cell with more than this many characters is read, not looked up: its column keeps room for words. */
const WORDS = 22
/** `1,234`, `98.2 %`, `12,989 gas`, `4.49 s`: figures and at most one unit. */
const figure = /^[−-]?[\d.,]*\d(\s?(%|[A-Za-z]{1,7}))?$/

/**
 * Gives the cells of Markdown tables a class by what their column holds: `words` for text that wraps, `number` for
 * figures, which stand on the right and never leave their unit. Columns whose alignment is written out keep it.
 */
export function nameColumns(tokens: readonly Token[]): void {
  let rows: [cell: Token, text: string][][] = []
  tokens.forEach((token, at) => {
    if (token.type === 'table_open') rows = []
    else if (token.type === 'tr_open') rows.push([])
    else if (token.type === 'th_open' || token.type === 'td_open')
      rows.at(-1)?.push([token, textOf(tokens[at + 1])])
    else if (token.type === 'table_close') nameAll(rows)
  })
}

function nameAll([head, ...body]: [cell: Token, text: string][][]): void {
  head?.forEach(([cell], column) => {
    const texts = body.map((row) => row[column]?.[1] ?? '').filter((text) => text !== '')
    const name = kindOf(texts, column)
    if (!name || cell.attrGet('style')) return
    cell.attrJoin('class', name)
    for (const row of body) row[column]?.[0].attrJoin('class', name)
  })
}

function kindOf(texts: readonly string[], column: number): 'words' | 'number' | undefined {
  if (texts.some((text) => text.length > WORDS)) return 'words'
  // The first column names its row, whatever it says.
  return column > 0 && texts.length > 0 && texts.every((text) => figure.test(text)) ? 'number' : undefined
}

/** What a reader sees of a cell: its Markdown without marks and addresses. */
function textOf(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map(({ content }) => content)
    .join('')
    .trim()
}
