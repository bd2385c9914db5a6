/** Pieces of a text as code has them: words, numbers, single signs. */
export function tokens(text: string): string[] {
  return text.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|[^\s\w]/g) ?? []
}

/**
 * The first run of `length` tokens that both texts have, or undefined.
 *
 * A hint that shares twelve tokens with the answer has given the answer away (spec labs.md, section 3).
 */
export function sharedRun(a: string, b: string, length = 12): string | undefined {
  const runsOf = (text: string) => {
    const all = tokens(text)
    return Array.from({ length: Math.max(0, all.length - length + 1) }, (_, i) =>
      all.slice(i, i + length).join(' '),
    )
  }
  const known = new Set(runsOf(a))
  return runsOf(b).find((run) => known.has(run))
}
