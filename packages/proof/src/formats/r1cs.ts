import type { Circuit, Constraint } from '../circuit/circuit.ts'
import type { Linear } from '../circuit/linear.ts'
import { ProofFormatError } from '../errors.ts'
import { R } from '../field.ts'
import { ByteWriter, readSections, writeSections } from './sections.ts'

/** The constraints alone: what a set-up by other tools needs. */
export interface R1cs {
  wireCount: number
  publicCount: number
  constraints: Omit<Constraint, 'label'>[]
}

/** iden3's r1cs binary format, version 1. Public signals are written as public inputs. */
export function writeR1cs(circuit: Circuit): Uint8Array {
  const header = new ByteWriter()
    .u32(32)
    .field(R)
    .u32(circuit.wireCount)
    .u32(0)
    .u32(circuit.publicNames.length)
    .u32(circuit.secretNames.length)
    .u64(circuit.wireCount)
    .u32(circuit.constraints.length)
  const rows = new ByteWriter()
  for (const { a, b, c } of circuit.constraints)
    for (const sum of [a, b, c]) {
      rows.u32(sum.size)
      for (const wire of [...sum.keys()].sort((x, y) => x - y)) rows.u32(wire).field(sum.get(wire)!)
    }
  const labels = new ByteWriter()
  for (let wire = 0; wire < circuit.wireCount; wire++) labels.u64(wire)
  return writeSections('r1cs', 1, [
    [1, header.done()],
    [2, rows.done()],
    [3, labels.done()],
  ])
}

/** @throws ProofFormatError for damaged bytes, another field, a wire that does not exist. */
export function readR1cs(bytes: Uint8Array): R1cs {
  const section = readSections(bytes, 'r1cs', 1)
  const where = 'The .r1cs file'
  const header = section(1)
  if (header.u32() !== 32 || header.field() !== R)
    throw new ProofFormatError(where, 'is for another field than BN254')
  const wireCount = header.u32()
  const publicCount = header.u32() + header.u32()
  header.u32()
  header.u64()
  const count = header.u32()
  const rows = section(2)
  const sum = (): Linear => {
    const terms = new Map<number, bigint>()
    for (let n = rows.count(36); n > 0; n--) {
      const wire = rows.u32()
      const weight = rows.field()
      if (wire >= wireCount) throw new ProofFormatError(where, `names wire ${wire} of ${wireCount}`)
      if (weight >= R) throw new ProofFormatError(where, 'has a weight that is not below r')
      if (weight !== 0n) terms.set(wire, weight)
    }
    return terms
  }
  const constraints: R1cs['constraints'] = []
  for (let i = 0; i < count; i++) constraints.push({ a: sum(), b: sum(), c: sum() })
  return { wireCount, publicCount, constraints }
}
