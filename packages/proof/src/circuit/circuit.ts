import { WitnessError } from '../errors.ts'
import { R, toField } from '../field.ts'
import { evaluate, type Linear, type Wire } from './linear.ts'

/** One rule: a * b = c. */
export interface Constraint {
  a: Linear
  b: Linear
  c: Linear
  /** What a reader knows it by: `neuron 3: bit 5`. */
  label: string
}

/** How one wire is computed from those before it. */
export type Step = (read: (a: Linear) => bigint) => bigint

/**
 * A rank-1 constraint system with the recipe of its witness. Wires: 0 is 1, then the public signals in their order,
 * then the secret inputs, then what is computed.
 */
export interface Circuit {
  wireCount: number
  publicNames: readonly string[]
  secretNames: readonly string[]
  constraints: readonly Constraint[]
  /** Wires 1 ... : a name for an input, a step for a computed one. */
  sources: readonly (string | Step)[]
}

/** A value for every wire. */
export type Witness = bigint[]

/**
 * Computes every wire from the inputs and checks every constraint.
 *
 * @param inputs one integer for each public and secret name; negative ones are taken modulo r.
 * @throws WitnessError naming the first constraint that does not hold, or the input that is missing.
 */
export function makeWitness(circuit: Circuit, inputs: Record<string, bigint | number>): Witness {
  const witness = fillWitness(circuit, inputs)
  const broken = firstBroken(circuit, witness)
  if (broken) throw new WitnessError(broken.label, `${broken.left} is not ${broken.right}`)
  return witness
}

/**
 * Computes the wires without checking: for tests that hand a cheating witness to the verifier.
 *
 * @param lies values for computed wires in place of the honest ones; later wires are computed from them.
 */
export function fillWitness(
  circuit: Circuit,
  inputs: Record<string, bigint | number>,
  lies: ReadonlyMap<Wire, bigint> = new Map(),
): Witness {
  const witness: Witness = new Array(circuit.wireCount).fill(0n)
  witness[0] = 1n
  const known = new Set([...circuit.publicNames, ...circuit.secretNames])
  for (const name of Object.keys(inputs))
    if (!known.has(name)) throw new WitnessError(`input ${name}`, 'the circuit has no input of this name')
  const read = (a: Linear) => evaluate(a, witness)
  // Wires are numbered with the public ones first, but a public output is computed from later wires: inputs first,
  // then the steps in the order in which they were declared.
  for (const [i, source] of circuit.sources.entries()) {
    if (typeof source !== 'string') continue
    const value = inputs[source]
    if (value === undefined) throw new WitnessError(`input ${source}`, 'it is missing')
    witness[i + 1] = toField(value)
  }
  for (const [i, source] of circuit.sources.entries())
    if (typeof source !== 'string') witness[i + 1] = toField(lies.get(i + 1) ?? source(read))
  return witness
}

/** The first constraint that a witness breaks, with both sides of it. */
export function firstBroken(
  circuit: Circuit,
  witness: Witness,
): { label: string; left: bigint; right: bigint } | undefined {
  for (const { a, b, c, label } of circuit.constraints) {
    const left = (evaluate(a, witness) * evaluate(b, witness)) % R
    const right = evaluate(c, witness)
    if (left !== right) return { label, left, right }
  }
  return undefined
}
