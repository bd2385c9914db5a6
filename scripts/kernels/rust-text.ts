/** Breaks a list into lines of at most `width` columns, indented by four spaces. */
export function lines(items: string[], width = 108): string {
  const result: string[] = []
  let line = '   '
  for (const item of items) {
    if (line.length + item.length + 2 > width) {
      result.push(line)
      line = '   '
    }
    line += ` ${item},`
  }
  return [...result, line].join('\n')
}

/** A literal that Rust takes in any place. */
export const hex = (value: bigint): string => `0x${value.toString(16)}`

/** Head of every generated file: what it is of, and that nobody should edit it. */
export function head(doc: string[], model: string): string {
  return [
    ...doc.map((line) => (line ? `//! ${line}` : '//!')),
    '//!',
    `//! Generated from the model \`${model}\` by \`npm run bench:kernels -- --generate\`; not to be edited.`,
    '#![allow(clippy::all, clippy::pedantic)]',
    '',
    '',
  ].join('\n')
}
