/** Without the parentheses around all of it. */
export function unwrapped(text: string): string {
  if (!text.startsWith('(')) return text
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i === text.length - 1 ? text.slice(1, -1) : text
  }
  return text
}

/** Small numbers in decimal, the rest in hexadecimal. */
export function hex(value: bigint): string {
  return value < 10_000n ? value.toString() : `0x${value.toString(16)}`
}
