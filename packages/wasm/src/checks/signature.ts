import type { FunctionType } from '../decodeModule.ts'
import type { Signature } from '../hostImports.ts'

const LETTERS = new Map([
  [0x7f, 'i'],
  [0x7e, 'I'],
  [0x7d, 'f'],
  [0x7c, 'F'],
])
const WORDS = new Map([
  ['i', 'i32'],
  ['I', 'i64'],
  ['f', 'f32'],
  ['F', 'f64'],
])

const letters = (types: readonly number[]) => types.map((t) => LETTERS.get(t)).join('')
/** A signature in words, for messages. */
export const showSignature = (s: Signature) => {
  const list = (text: string) => `(${[...text].map((c) => WORDS.get(c)).join(', ')})`
  return `${list(s.params)} -> ${list(s.results)}`
}

/** The short form of a function type. */
export const signature = (t: FunctionType): Signature => ({
  params: letters(t.params),
  results: letters(t.results),
})

export const sameSignature = (a: Signature, b: Signature) => a.params === b.params && a.results === b.results
