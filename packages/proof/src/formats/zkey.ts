import { ProofFormatError } from '../errors.ts'
import { P, R } from '../field.ts'
import { curvePointG2, pointG1 } from '../groth16/codec.ts'
import { inSubgroup } from '../groth16/in-subgroup.ts'
import type { MatrixEntry, ProvingKey } from '../groth16/keys.ts'
import { G1, G2, type PointG1, type PointG2 } from '../groth16/points.ts'
import { type ByteReader, ByteWriter, readSections, writeSections } from './sections.ts'

/** Numbers are stored times 2^256 (Montgomery's form), weights of the matrices twice so. */
const MONTGOMERY = 1n << 256n
const intoP = (x: bigint) => (x * MONTGOMERY) % P
const SCALE_P = inverse(MONTGOMERY % P, P)
const fromP = (x: bigint) => (x * SCALE_P) % P
const intoR2 = (x: bigint) => (((x * MONTGOMERY) % R) * MONTGOMERY) % R
const SCALE_R2 = inverse((MONTGOMERY % R) ** 2n % R, R)
const fromR2 = (x: bigint) => (x * SCALE_R2) % R

/**
 * A proving key as snarkjs' `.zkey` (groth16, version 1), without contributions: snarkjs proves and verifies with it;
 * its `zkey verify` needs a transcript, which is not written.
 */
export function writeZkey(key: ProvingKey): Uint8Array {
  const vk = key.verifyingKey
  const header = new ByteWriter().u32(32).field(P).u32(32).field(R)
  header.u32(key.wireCount).u32(key.publicCount).u32(key.domainSize)
  putG1(header, vk.alpha)
  putG1(header, key.beta1)
  putG2(header, vk.beta)
  putG2(header, vk.gamma)
  putG1(header, key.delta1)
  putG2(header, vk.delta)
  const entries = new ByteWriter().u32(key.entries.length)
  for (const { matrix, row, wire, value } of key.entries)
    entries.u32(matrix).u32(row).u32(wire).field(intoR2(value))
  return writeSections('zkey', 1, [
    [1, new ByteWriter().u32(1).done()],
    [2, header.done()],
    [3, all(vk.ic, putG1)],
    [4, entries.done()],
    [5, all(key.a, putG1)],
    [6, all(key.b1, putG1)],
    [7, all(key.b2, putG2)],
    [8, all(key.c, putG1)],
    [9, all(key.h, putG1)],
    [10, new ByteWriter().raw(new Uint8Array(64)).u32(0).done()],
  ])
}

/** @throws ProofFormatError for damaged bytes, another curve or scheme, a point off the curve. */
export function readZkey(bytes: Uint8Array): ProvingKey {
  const section = readSections(bytes, 'zkey', 1)
  const where = 'The .zkey file'
  if (section(1).u32() !== 1) throw new ProofFormatError(where, 'is not for Groth16')
  const header = section(2)
  if (header.u32() !== 32 || header.field() !== P || header.u32() !== 32 || header.field() !== R)
    throw new ProofFormatError(where, 'is for another curve than BN254')
  const [wireCount, publicCount, domainSize] = [header.u32(), header.u32(), header.u32()]
  if (publicCount >= wireCount) throw new ProofFormatError(where, 'has more public signals than wires')
  const alpha = takeG1(header)
  const beta1 = takeG1(header)
  const beta = takeG2(header)
  const gamma = takeG2(header)
  const delta1 = takeG1(header)
  const delta = takeG2(header)
  const coefficients = section(4)
  const entries: MatrixEntry[] = []
  for (let n = coefficients.count(44); n > 0; n--) {
    const [matrix, row, wire] = [coefficients.u32(), coefficients.u32(), coefficients.u32()]
    if (matrix > 1 || row >= domainSize || wire >= wireCount)
      throw new ProofFormatError(where, 'has a weight outside of its matrices')
    entries.push({ matrix: matrix as 0 | 1, row, wire, value: fromR2(coefficients.field()) })
  }
  const b2 = many(section(7), wireCount, 128, takeG2, where)
  if (!inSubgroup([beta, gamma, delta, ...b2]))
    throw new ProofFormatError(
      where,
      'has a point of another subgroup: proofs made with it could tell secrets',
    )
  return {
    verifyingKey: { alpha, beta, gamma, delta, ic: many(section(3), publicCount + 1, 64, takeG1, where) },
    beta1,
    delta1,
    wireCount,
    publicCount,
    domainSize,
    entries,
    a: many(section(5), wireCount, 64, takeG1, where),
    b1: many(section(6), wireCount, 64, takeG1, where),
    b2,
    c: many(section(8), wireCount - publicCount - 1, 64, takeG1, where),
    h: many(section(9), domainSize, 64, takeG1, where),
  }
}

function putG1(out: ByteWriter, point: PointG1): void {
  const { x, y } = point.is0() ? { x: 0n, y: 0n } : point.toAffine()
  out.field(intoP(x)).field(intoP(y))
}

function putG2(out: ByteWriter, point: PointG2): void {
  const zero = { c0: 0n, c1: 0n }
  const { x, y } = point.is0() ? { x: zero, y: zero } : point.toAffine()
  for (const value of [x.c0, x.c1, y.c0, y.c1]) out.field(intoP(value))
}

function takeG1(from: ByteReader): PointG1 {
  const [x, y] = [fromP(from.field()), fromP(from.field())]
  return x === 0n && y === 0n ? G1.ZERO : pointG1(x, y, 'A point of the .zkey file')
}

function takeG2(from: ByteReader): PointG2 {
  const [x0, x1, y0, y1] = [from.field(), from.field(), from.field(), from.field()].map(fromP) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  if ([x0, x1, y0, y1].every((value) => value === 0n)) return G2.ZERO
  return curvePointG2([x0, x1], [y0, y1], 'A point of the .zkey file')
}

function all<T>(points: T[], put: (out: ByteWriter, point: T) => void): Uint8Array {
  const out = new ByteWriter()
  for (const point of points) put(out, point)
  return out.done()
}

function many<T>(
  from: ByteReader,
  count: number,
  size: number,
  take: (from: ByteReader) => T,
  where: string,
): T[] {
  if (from.left !== count * size)
    throw new ProofFormatError(where, `has ${from.left / size} points where ${count} belong`)
  return Array.from({ length: count }, () => take(from))
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n]
  while (b !== 0n) {
    const q = a / b
    ;[a, b, x, y] = [b, a - q * b, y, x - q * y]
  }
  return ((x % modulus) + modulus) % modulus
}
