import {
  attentionNameFromSeed,
  attentionWeights,
  committedAttention,
} from '../../packages/model/src/names/attention/index.ts'
import { rng } from '../../packages/model/src/rng.ts'
import { namesGolden } from './names-golden.ts'
import { fnv1a } from './portrait-golden.ts'

/** The transformer's names and weights by TypeScript, for the tests of the Rust crate and of its contracts. */
export interface AttentionGolden {
  /** Of the seeds in `names.json`. */
  names: string[]
  /** What stood before: letters, of which the first has none. */
  contexts: string[]
  /** FNV-1a, 64 bits, over the weights after every context, four bytes each, little-endian. */
  weights: string
}

const CONTEXTS = 500

/** Contexts of every length: of the start, of one letter again and again, then random ones. */
export function attentionGolden(): AttentionGolden {
  const net = committedAttention()
  const random = rng(28)
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26))
  const contexts = ['', 'aaaaaaaaaaa', 'zzzzzzzzzzz', 'qxqxqxqxqxq']
  while (contexts.length < CONTEXTS)
    contexts.push(Array.from({ length: contexts.length % 12 }, letter).join(''))
  const weights = contexts.flatMap((context) =>
    attentionWeights(net, [0, ...Buffer.from(context).map((code) => code - 96)]),
  )
  return {
    names: namesGolden().seeds.map((seed) => attentionNameFromSeed(Buffer.from(seed, 'hex'))),
    contexts,
    weights: fnv1a(new Uint8Array(Uint32Array.from(weights).buffer)),
  }
}
