import { rng } from '@inkling/model'
import { ProofFormatError, ProofRejectedError } from '../src/errors.ts'
import { P, R } from '../src/field.ts'
import { checkProof } from '../src/groth16/check-proof.ts'
import { encodeProof } from '../src/groth16/codec.ts'
import type { VerifyingKey } from '../src/groth16/keys.ts'
import { G1, G2 } from '../src/groth16/points.ts'

/** What the fuzzer starts from: two proofs of one statement, and the key they hold for. */
export interface FuzzTarget {
  key: VerifyingKey
  signals: readonly bigint[]
  proof: Uint8Array
  other: Uint8Array
}

export interface FuzzCase {
  kind: string
  proof: Uint8Array
  signals: bigint[]
}

type Outcome = 'format' | 'signals' | 'equation'
export type FuzzCounts = Record<string, Record<Outcome, number>>

export interface FuzzResult {
  seed: number
  cases: number
  counts: FuzzCounts
  /** Cases that were accepted, or ended in an error of another kind: there must be none. */
  failures: { at: number; kind: string; problem: string }[]
}

type Random = (below: number) => number
type Mutation = (target: FuzzTarget, random: Random) => Omit<FuzzCase, 'kind'>

const onProof =
  (change: (bytes: Uint8Array, random: Random, target: FuzzTarget) => Uint8Array | undefined): Mutation =>
  (target, random) => {
    const bytes = target.proof.slice()
    return { proof: change(bytes, random, target) ?? bytes, signals: [...target.signals] }
  }
const onSignals =
  (change: (signals: bigint[], random: Random) => bigint[] | undefined): Mutation =>
  ({ proof, signals }, random) => {
    const copy = [...signals]
    return { proof, signals: change(copy, random) ?? copy }
  }

function flip(bytes: Uint8Array, random: Random): void {
  bytes[random(bytes.length)]! ^= 1 << random(8)
}

/** Mutations whose damage shows in the bytes or in the range of a signal: thousands a second. */
const CHEAP: Record<string, Mutation> = {
  'one bit of the proof': onProof((bytes, random) => {
    flip(bytes, random)
  }),
  '2 to 16 bits': onProof((bytes, random) => {
    // An even number of flips of one bit would leave the proof as it was: different bytes.
    const [from, step] = [random(256), 1 + 2 * random(8)]
    for (let n = 2 + random(15), i = 0; i < n; i++) bytes[(from + step * i) % 256]! ^= 1 << random(8)
  }),
  'a word replaced': onProof((bytes, random) => {
    const special = [0n, 1n, P - 1n, P, P + 1n, R, 2n ** 256n - 1n]
    const word = special[random(2 * special.length)] ?? randomWord(random)
    bytes.set(wordBytes(word), 32 * random(8))
  }),
  'p added to a coordinate': onProof((bytes, random) => {
    const at = 32 * random(8)
    const word = BigInt(
      `0x${[...bytes.subarray(at, at + 32)].map((b) => b.toString(16).padStart(2, '0')).join('')}`,
    )
    bytes.set(wordBytes((word + P) % 2n ** 256n), at)
  }),
  'two words swapped': onProof((bytes, random) => {
    const [a, step] = [random(8), 1 + random(7)]
    const b = (a + step) % 8
    const word = bytes.slice(32 * a, 32 * a + 32)
    bytes.copyWithin(32 * a, 32 * b, 32 * b + 32)
    bytes.set(word, 32 * b)
  }),
  'cut or lengthened': onProof((bytes, random) => {
    const length = random(600)
    const out = new Uint8Array(length === 256 ? 255 : length)
    out.set(bytes.subarray(0, out.length))
    return out
  }),
  'all random': onProof((bytes, random) => bytes.map(() => random(256))),
  'a signal of r or more, or negative': onSignals((signals, random) => {
    const i = random(signals.length)
    signals[i] = [signals[i]! + R, signals[i]! - R, R, 2n ** 256n - 1n][random(4)]!
  }),
  'a signal too many or too few': onSignals((signals, random) =>
    random(2) ? signals.slice(0, random(signals.length)) : [...signals, BigInt(random(3))],
  ),
}

/** Well-formed statements and proofs that only the pairing can tell apart: some 30 a second. */
const DEAR: Record<string, Mutation> = {
  'another signal': onSignals((signals, random) => {
    const i = random(signals.length)
    signals[i] = [signals[i]! + 1n, R - 1n - signals[i]!, randomWord(random) % R][random(3)]! % R
  }),
  'signals swapped': onSignals((signals) => signals.reverse()),
  'A or C negated': onProof((bytes, random) => {
    negate(bytes, random(2) ? 32 : 224)
  }),
  'a point of another proof': onProof((bytes, random, { other }) => {
    const [from, to] = [
      [0, 64],
      [64, 192],
      [192, 256],
    ][random(3)]!
    bytes.set(other.subarray(from, to), from)
  }),
  'a random point': onProof((bytes, random) => {
    const scalar = (randomWord(random) % (R - 1n)) + 1n
    const stand = encodeProof({
      a: G1.BASE.multiplyUnsafe(scalar),
      b: G2.BASE.multiplyUnsafe(scalar),
      c: G1.BASE.multiplyUnsafe(scalar),
    })
    const [from, to] = [
      [0, 64],
      [64, 192],
      [192, 256],
      [0, 256],
    ][random(4)]!
    bytes.set(stand.subarray(from, to), from)
  }),
}

/** One case in so many needs a pairing. */
const DEAR_EVERY = 250

/** The i-th case of a seed: the same again whenever it is asked for. */
export function fuzzCase(target: FuzzTarget, seed: number, at: number): FuzzCase {
  const next = rng(seed * 1_000_003 + at)
  const random: Random = (below) => Math.floor(next() * below)
  const table = at % DEAR_EVERY === 0 ? DEAR : CHEAP
  const names = Object.keys(table)
  const kind = names[random(names.length)]!
  return { kind, ...table[kind]!(target, random) }
}

/**
 * Hands mutated proofs and signals to `checkProof`. Each has to end in a typed error.
 *
 * @param onProgress called every 10,000 cases.
 */
export function fuzz(
  target: FuzzTarget,
  { seed, cases, onProgress }: { seed: number; cases: number; onProgress?: (done: number) => void },
): FuzzResult {
  const counts: FuzzCounts = {}
  const failures: FuzzResult['failures'] = []
  for (let at = 0; at < cases; at++) {
    const { kind, proof, signals } = fuzzCase(target, seed, at)
    counts[kind] ??= { format: 0, signals: 0, equation: 0 }
    try {
      checkProof(target.key, signals, proof)
      failures.push({ at, kind, problem: 'accepted' })
    } catch (error) {
      if (error instanceof ProofFormatError) counts[kind].format++
      else if (error instanceof ProofRejectedError) counts[kind][error.reason]++
      else failures.push({ at, kind, problem: String(error) })
    }
    if (at % 10_000 === 9999) onProgress?.(at + 1)
  }
  return { seed, cases, counts, failures }
}

function negate(bytes: Uint8Array, at: number): void {
  const y = BigInt(
    `0x${[...bytes.subarray(at, at + 32)].map((b) => b.toString(16).padStart(2, '0')).join('')}`,
  )
  bytes.set(wordBytes(P - y), at)
}

function randomWord(random: Random): bigint {
  let word = 0n
  for (let i = 0; i < 8; i++) word = (word << 32n) | BigInt(random(2 ** 32))
  return word
}

function wordBytes(word: bigint): Uint8Array {
  return Uint8Array.from(word.toString(16).padStart(64, '0').match(/../g)!, (hex) => Number.parseInt(hex, 16))
}
