/** Lines of a text between `// #region NAME` and its end. */
export function regionLines(text: string, name: string): string[] {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.trim() === `// #region ${name}`)
  const to = lines.findIndex((line) => line.trim() === `// #endregion ${name}`)
  if (from < 0 || to < from) throw new RangeError(`there is no region '${name}'`)
  return lines.slice(from + 1, to).map((line) => line.trim())
}

/** Number, from 1 on, of the line where `block` begins in a text; indentation doesn't count. */
export function findLines(text: string, block: readonly string[]): number {
  const lines = text.split('\n').map((line) => line.trim())
  const at = lines.findIndex((_, i) => block.every((line, j) => lines[i + j] === line))
  if (at < 0) throw new RangeError(`'${block[0]}' and what follows is not in the file`)
  return at + 1
}
