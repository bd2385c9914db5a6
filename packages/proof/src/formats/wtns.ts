import type { Witness } from '../circuit/circuit.ts'
import { ProofFormatError } from '../errors.ts'
import { R } from '../field.ts'
import { ByteWriter, readSections, writeSections } from './sections.ts'

/** snarkjs' witness format, version 2. */
export function writeWtns(witness: Witness): Uint8Array {
  const values = new ByteWriter()
  for (const value of witness) values.field(value)
  return writeSections('wtns', 2, [
    [1, new ByteWriter().u32(32).field(R).u32(witness.length).done()],
    [2, values.done()],
  ])
}

export function readWtns(bytes: Uint8Array): Witness {
  const section = readSections(bytes, 'wtns', 2)
  const where = 'The .wtns file'
  const header = section(1)
  if (header.u32() !== 32 || header.field() !== R)
    throw new ProofFormatError(where, 'is for another field than BN254')
  const count = header.count(0)
  const values = section(2)
  if (count * 32 !== values.left)
    throw new ProofFormatError(where, `counts ${count} values and has ${values.left / 32}`)
  return Array.from({ length: count }, () => {
    const value = values.field()
    if (value >= R) throw new ProofFormatError(where, 'has a value that is not below r')
    return value
  })
}
