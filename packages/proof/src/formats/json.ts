import { ProofFormatError } from '../errors.ts'
import { R } from '../field.ts'
import { pointG1, pointG2 } from '../groth16/codec.ts'
import type { Proof, VerifyingKey } from '../groth16/keys.ts'
import type { PointG1, PointG2 } from '../groth16/points.ts'

/** snarkjs' JSON: decimal text, projective with a last coordinate of 1. */
type Json1 = [string, string, string]
type Json2 = [[string, string], [string, string], [string, string]]

export interface VerifyingKeyJson {
  protocol: 'groth16'
  curve: 'bn128'
  nPublic: number
  vk_alpha_1: Json1
  vk_beta_2: Json2
  vk_gamma_2: Json2
  vk_delta_2: Json2
  IC: Json1[]
}

export interface ProofJson {
  protocol: 'groth16'
  curve: 'bn128'
  pi_a: Json1
  pi_b: Json2
  pi_c: Json1
}

export function verifyingKeyToJson(key: VerifyingKey): VerifyingKeyJson {
  return {
    protocol: 'groth16',
    curve: 'bn128',
    nPublic: key.ic.length - 1,
    vk_alpha_1: put1(key.alpha),
    vk_beta_2: put2(key.beta),
    vk_gamma_2: put2(key.gamma),
    vk_delta_2: put2(key.delta),
    IC: key.ic.map(put1),
  }
}

/** @throws ProofFormatError naming the first field that is wrong. */
export function verifyingKeyFromJson(json: unknown): VerifyingKey {
  const key = asRecord(json, 'The verifying key')
  if (!Array.isArray(key.IC) || key.IC.length === 0)
    throw new ProofFormatError('The verifying key', 'has no IC')
  return {
    alpha: take1(key.vk_alpha_1, 'vk_alpha_1'),
    beta: take2(key.vk_beta_2, 'vk_beta_2'),
    gamma: take2(key.vk_gamma_2, 'vk_gamma_2'),
    delta: take2(key.vk_delta_2, 'vk_delta_2'),
    ic: key.IC.map((point, i) => take1(point, `IC[${i}]`)),
  }
}

export function proofToJson(proof: Proof): ProofJson {
  return {
    protocol: 'groth16',
    curve: 'bn128',
    pi_a: put1(proof.a),
    pi_b: put2(proof.b),
    pi_c: put1(proof.c),
  }
}

export function proofFromJson(json: unknown): Proof {
  const proof = asRecord(json, 'The proof')
  return { a: take1(proof.pi_a, 'pi_a'), b: take2(proof.pi_b, 'pi_b'), c: take1(proof.pi_c, 'pi_c') }
}

export function signalsFromJson(json: unknown): bigint[] {
  if (!Array.isArray(json)) throw new ProofFormatError('The public signals', 'are not a list')
  return json.map((value, i) => {
    const signal = decimal(value, `public signal ${i}`)
    if (signal >= R) throw new ProofFormatError(`Public signal ${i}`, 'is not below r')
    return signal
  })
}

function put1(point: PointG1): Json1 {
  const { x, y } = point.toAffine()
  return [String(x), String(y), '1']
}

function put2(point: PointG2): Json2 {
  const { x, y } = point.toAffine()
  return [
    [String(x.c0), String(x.c1)],
    [String(y.c0), String(y.c1)],
    ['1', '0'],
  ]
}

function take1(value: unknown, where: string): PointG1 {
  const [x, y] = list(value, where)
  return pointG1(decimal(x, where), decimal(y, where), where)
}

function take2(value: unknown, where: string): PointG2 {
  const [x, y] = list(value, where).map((pair) => list(pair, where).map((part) => decimal(part, where)))
  if (x?.length !== 2 || y?.length !== 2) throw new ProofFormatError(where, 'is not a point of G2')
  return pointG2(x as [bigint, bigint], y as [bigint, bigint], where)
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value) || value.length < 2)
    throw new ProofFormatError(where, 'is not a list of coordinates')
  return value
}

function decimal(value: unknown, where: string): bigint {
  if (typeof value !== 'string' || !/^\d{1,78}$/.test(value))
    throw new ProofFormatError(where, 'is not a number in decimal digits')
  return BigInt(value)
}

function asRecord(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProofFormatError(where, 'is not a JSON object')
  const record = value as Record<string, unknown>
  if (record.protocol !== 'groth16' || record.curve !== 'bn128')
    throw new ProofFormatError(where, 'is not for Groth16 over bn128')
  return record
}
