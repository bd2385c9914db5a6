import { loadNames } from '../data/load-names.ts'
import { shuffledOrder } from '../data/shuffle.ts'
import { CONTEXT, NAME_MAX_LENGTH, NAME_MIN_LENGTH, SYMBOLS, symbolsOf } from './alphabet.ts'

/** Names for training, for choosing and for the one look at the end; no name is in two of them. */
export interface NameSplits {
  train: string[]
  validation: string[]
  test: string[]
}

/** Names held out for choosing, and as many for the test. */
const HELD_OUT = 800
const SPLIT_SEED = 2026

/**
 * The female and male first names of the data as one list without doubles, in lower case; what has a hyphen or a
 * space, and what is shorter or longer than a name may get, is left out.
 */
export function nameSplits(texts?: { female: string; male: string }): NameSplits {
  const all = [...loadNames('female', texts?.female), ...loadNames('male', texts?.male)].map((name) =>
    name.toLowerCase(),
  )
  const names = [...new Set(all)]
    .filter((name) => /^[a-z]+$/.test(name))
    .filter(({ length }) => length >= NAME_MIN_LENGTH && length <= NAME_MAX_LENGTH)
    .sort()
  const order = Array.from(shuffledOrder(names.length, SPLIT_SEED), (i) => names[i]!)
  return {
    test: order.slice(0, HELD_OUT),
    validation: order.slice(HELD_OUT, 2 * HELD_OUT),
    train: order.slice(2 * HELD_OUT),
  }
}

/** Every step of some names: the three symbols before it, and the symbol itself, ends included. */
export interface Steps {
  contexts: Uint8Array
  next: Uint8Array
}

export function stepsOf(names: readonly string[]): Steps {
  const contexts: number[] = []
  const next: number[] = []
  for (const name of names) {
    const symbols = [0, 0, 0, ...symbolsOf(name), 0]
    for (let i = CONTEXT; i < symbols.length; i++) {
      contexts.push(...symbols.slice(i - CONTEXT, i))
      next.push(symbols[i]!)
    }
  }
  return { contexts: Uint8Array.from(contexts), next: Uint8Array.from(next) }
}

/** Contexts as the model file takes them: 27 zeros and ones a position, oldest first. */
export function oneHot(contexts: ArrayLike<number>): Float32Array {
  const x = new Float32Array(contexts.length * SYMBOLS)
  for (let i = 0; i < contexts.length; i++) x[i * SYMBOLS + contexts[i]!] = 1
  return x
}
