/**
 * Some lines of a source file, for a page: from the first that matches, indentation of the first taken off.
 *
 * @throws Error when no line matches: a page must not show lines of something else
 */
export function linesOf(text: string, first: RegExp, count: number): string[] {
  const lines = text.split(/\r?\n/)
  const start = lines.findIndex((line) => first.test(line))
  if (start < 0) throw new Error(`no line matches ${first}`)
  const indent = /^ */.exec(lines[start]!)![0].length
  return lines.slice(start, start + count).map((line) => line.slice(indent))
}
