import type { CircuitBuilder } from '../src/circuit/builder.ts'
import { type Circuit, firstBroken } from '../src/circuit/circuit.ts'
import { evaluate, type Linear } from '../src/circuit/linear.ts'
import { R } from '../src/field.ts'
import { fillWitness } from '../src/testing.ts'

export interface Lie {
  wire: number
  value: bigint
  honest: bigint
  cheated: bigint
}

/**
 * Every wire that a prover computes is set, one at a time, to other values; later wires follow from the lie. Returns the
 * lies that break no constraint and still change `output`: a sound gadget has none.
 */
export function lies(circuit: Circuit, inputs: Record<string, bigint | number>, output: Linear): Lie[] {
  const witness = fillWitness(circuit, inputs)
  const honest = evaluate(output, witness)
  const found: Lie[] = []
  for (const [i, source] of circuit.sources.entries()) {
    if (typeof source === 'string') continue
    const wire = i + 1
    const value = witness[wire]!
    const others = new Set([
      0n,
      1n,
      2n,
      value + 1n,
      R - 1n,
      value - 1n + R,
      1n - value + R,
      R - value,
      5n ** 50n,
    ])
    for (const other of others) {
      const lie = other % R
      if (lie === value) continue
      const told = fillWitness(circuit, inputs, new Map([[wire, lie]]))
      const cheated = evaluate(output, told)
      if (cheated !== honest && !firstBroken(circuit, told)) found.push({ wire, value: lie, honest, cheated })
    }
  }
  return found
}

/** A gadget's value for some inputs, every constraint checked. */
export function valueOfGadget(
  circuit: Circuit,
  inputs: Record<string, bigint | number>,
  output: Linear,
): bigint {
  const witness = fillWitness(circuit, inputs)
  const broken = firstBroken(circuit, witness)
  if (broken) throw new Error(broken.label)
  return evaluate(output, witness)
}

export function inputsOf(builder: CircuitBuilder, names: readonly string[]): Linear[] {
  return names.map((name) => builder.secretInput(name))
}
