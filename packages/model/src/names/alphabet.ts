/** Symbols of a name: 0 ends it (and stands before its start), 1 to 26 are a to z. */
export const SYMBOLS = 27
/** Characters of context. */
export const CONTEXT = 3
/** Most letters of a name. */
export const NAME_MAX_LENGTH = 12
/** Letters that come before the end is a choice. */
export const NAME_MIN_LENGTH = 2
/** Bytes of a seed. */
export const SEED_BYTES = 32

/** What stands before the next symbol, oldest first; 0 where the name hasn't begun. */
export type Context = [number, number, number]

/** Letters of a lower-case name as symbols. */
export function symbolsOf(name: string): number[] {
  return Array.from(name, (letter) => letter.charCodeAt(0) - 96)
}

/** Symbols as a name with its capital. */
export function spell(symbols: readonly number[]): string {
  return String.fromCharCode(...symbols.map((symbol, i) => symbol + (i === 0 ? 64 : 96)))
}
