import { PORTRAIT_HIDDEN, portrait } from '../../packages/model/src/portrait/index.ts'
import { rng } from '../../packages/model/src/rng.ts'

/** Pictures that TypeScript drew, for the tests of the Rust crate and of the contract. */
export interface PortraitGolden {
  /** Sixteen bytes each, in hexadecimal, two's complement. */
  hidden: string[]
  /** FNV-1a of the SVG's bytes, 64 bits, in hexadecimal. */
  fnv1a: string[]
  /** The first ones in full. */
  svg: string[]
}

const COUNT = 500
const IN_FULL = 4

/** Extremes and random vectors. */
export function portraitGolden(): PortraitGolden {
  const random = rng(16)
  const same = (value: number) => new Array<number>(PORTRAIT_HIDDEN).fill(value)
  const one = (i: number, value: number) => same(0).map((zero, k) => (k === i ? value : zero))
  const vectors = [same(0), same(-128), same(127), same(-1)]
  for (let i = 0; i < PORTRAIT_HIDDEN; i++) vectors.push(one(i, -128), one(i, 127))
  while (vectors.length < COUNT) vectors.push(same(0).map(() => Math.floor(random() * 256) - 128))
  const svg = vectors.map(portrait)
  return {
    hidden: vectors.map((vector) => Buffer.from(Int8Array.from(vector).buffer).toString('hex')),
    fnv1a: svg.map(fnv1a),
    svg: svg.slice(0, IN_FULL),
  }
}

/** Of ASCII text: small, and the same few lines in Rust. */
export function fnv1a(text: string | Uint8Array): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of typeof text === 'string' ? Buffer.from(text) : text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}
