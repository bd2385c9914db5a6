import { allContexts, nameFromSeed, nextWeights } from '../../packages/model/src/names/index.ts'
import { rng } from '../../packages/model/src/rng.ts'

/** Names and weights by TypeScript, for the tests of the Rust crate and of the contract. */
export interface NamesGolden {
  /** 32 bytes each, in hexadecimal. */
  seeds: string[]
  names: string[]
  /** FNV-1a, 64 bits, over the weights after every context, four bytes each, little-endian. */
  weights: string
}

const COUNT = 500

/** Seeds of one byte repeated, then random ones. */
export function namesGolden(): NamesGolden {
  const random = rng(27)
  const seeds = [0, 1, 127, 128, 255].map((byte) => new Uint8Array(32).fill(byte))
  while (seeds.length < COUNT) seeds.push(Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256)))
  const words = Uint32Array.from(allContexts().flatMap((context) => nextWeights(context)))
  let hash = 0xcbf29ce484222325n
  for (const byte of new Uint8Array(words.buffer))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return {
    seeds: seeds.map((seed) => Buffer.from(seed).toString('hex')),
    names: seeds.map((seed) => nameFromSeed(seed)),
    weights: hash.toString(16).padStart(16, '0'),
  }
}
