import { ProofFormatError } from '../errors.ts'
import { P } from '../field.ts'
import type { Proof } from './keys.ts'
import { G1, G2, type PointG1, type PointG2 } from './points.ts'

export const PROOF_BYTES = 256

/**
 * 256 bytes, big-endian words in the order of the precompiles (EIP-197): A.x, A.y, B.x imaginary, B.x real,
 * B.y imaginary, B.y real, C.x, C.y.
 */
export function encodeProof(proof: Proof): Uint8Array {
  return joinWords([...wordsG1(proof.a), ...wordsG2(proof.b), ...wordsG1(proof.c)])
}

/** @throws ProofFormatError for a wrong length, a coordinate that is not below p, a point off the curve or of another subgroup. */
export function decodeProof(bytes: Uint8Array): Proof {
  if (bytes.length !== PROOF_BYTES)
    throw new ProofFormatError('The proof', `has ${bytes.length} bytes, not ${PROOF_BYTES}`)
  const w = [...new Array(8).keys()].map((i) => readWord(bytes, 32 * i))
  const a = pointG1(w[0]!, w[1]!, 'A')
  const b = curvePointG2([w[3]!, w[2]!], [w[5]!, w[4]!], 'B')
  const c = pointG1(w[6]!, w[7]!, 'C')
  // Last: the only check that takes milliseconds.
  return { a, b: checkedSubgroup(b, 'B'), c }
}

export function wordsG1(point: PointG1): bigint[] {
  const { x, y } = point.toAffine()
  return [x, y]
}

export function wordsG2(point: PointG2): bigint[] {
  const { x, y } = point.toAffine()
  return [x.c1, x.c0, y.c1, y.c0]
}

export function joinWords(words: readonly bigint[]): Uint8Array {
  const bytes = new Uint8Array(32 * words.length)
  for (const [i, word] of words.entries())
    for (let j = 31, rest = word; j >= 0; j--, rest >>= 8n) bytes[32 * i + j] = Number(rest & 0xffn)
  return bytes
}

export function readWord(bytes: Uint8Array, at: number): bigint {
  let value = 0n
  for (let i = 0; i < 32; i++) value = (value << 8n) | BigInt(bytes[at + i]!)
  return value
}

export function pointG1(x: bigint, y: bigint, where: string): PointG1 {
  if (x >= P || y >= P) throw new ProofFormatError(where, 'has a coordinate that is not below p')
  if (x === 0n && y === 0n) throw new ProofFormatError(where, 'is the point at infinity')
  // Every point of this curve is in the group: its cofactor is 1.
  if ((y * y - x * x * x - 3n) % P !== 0n) throw new ProofFormatError(where, 'is no point of the curve')
  return G1.fromAffine({ x, y })
}

export function pointG2(x: [bigint, bigint], y: [bigint, bigint], where: string): PointG2 {
  return checkedSubgroup(curvePointG2(x, y, where), where)
}

function checkedSubgroup(point: PointG2, where: string): PointG2 {
  if (!point.isTorsionFree()) throw new ProofFormatError(where, 'is no point of the curve’s subgroup')
  return point
}

/** A point of the twist, of whatever order: whoever takes it has to check its subgroup. */
export function curvePointG2(x: [bigint, bigint], y: [bigint, bigint], where: string): PointG2 {
  if ([...x, ...y].some((value) => value >= P))
    throw new ProofFormatError(where, 'has a coordinate that is not below p')
  if ([...x, ...y].every((value) => value === 0n))
    throw new ProofFormatError(where, 'is the point at infinity')
  const [at, up] = [
    { c0: x[0], c1: x[1] },
    { c0: y[0], c1: y[1] },
  ]
  const right = G2.Fp.add(G2.Fp.mul(G2.Fp.sqr(at), at), G2.CURVE().b)
  if (!G2.Fp.eql(G2.Fp.sqr(up), right)) throw new ProofFormatError(where, 'is no point of the curve')
  return G2.fromAffine({ x: at, y: up })
}
