/** Text between `<!-- generated:NAME -->` and `<!-- /generated -->` is written by `npm run docs:data`. */
const block = /(<!-- generated:([\w-]+) -->\n)([\s\S]*?)(<!-- \/generated -->)/g

export type Writers = Record<string, () => string>

/**
 * Fills a Markdown file's generated blocks.
 *
 * @param writers Markdown of each block by its name
 * @param file named in errors
 * @throws Error for a block that nobody writes, and for one without an end
 */
export function fillBlocks(text: string, writers: Writers, file: string): string {
  const starts = text.match(/<!-- generated:[\w-]+ -->/g)?.length ?? 0
  const whole = text.match(block)?.length ?? 0
  if (starts !== whole) throw new Error(`${file}: a generated block has no end: <!-- /generated -->`)
  return text.replace(block, (_, open: string, name: string, __, close: string) => {
    if (!Object.hasOwn(writers, name))
      throw new Error(`${file}: there is no block '${name}'; known: ${Object.keys(writers).join(', ')}`)
    return `${open}\n${writers[name]!().trim()}\n\n${close}`
  })
}

/** A Markdown table. A bar in a cell is escaped. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** `12,989` */
export function integer(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 })
}
