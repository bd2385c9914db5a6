/** What a prover who lies may try: it fills in the hints as it likes and looks whether a constraint objects. */
import {
  type Circuit,
  CircuitBuilder,
  evaluate,
  firstBroken,
  type Linear,
  toField,
  type Witness,
} from '@inkling/proof'

/** A gadget on its own: public inputs, and what it gives for them. */
export interface Bench {
  circuit: Circuit
  outputs: Linear[]
}

/** Builds a gadget with these public inputs. */
export function bench(
  names: string[],
  build: (builder: CircuitBuilder, inputs: Linear[]) => Linear[],
): Bench {
  const builder = new CircuitBuilder()
  const inputs = names.map((name) => builder.publicInput(name))
  const outputs: unknown = build(builder, inputs)
  if (!isList(outputs)) throw new TypeError(`a list of Linears is wanted, and it is ${inWords(outputs)}`)
  // An input that a gadget ignores is the gadget's business, not the builder's.
  for (const [i, input] of inputs.entries()) builder.multiply(input, input, `input ${i} is used`)
  return { circuit: builder.build(), outputs }
}

/** A gadget is a learner's code: it may have forgotten its `return`, or given a plain number. */
function isList(outputs: unknown): outputs is Linear[] {
  return Array.isArray(outputs) && outputs.every((output) => output instanceof Map)
}

function inWords(outputs: unknown): string {
  if (!Array.isArray(outputs)) return String(outputs)
  return `a list with ${String(outputs.find((output) => !(output instanceof Map)))} in it`
}

/** Every value, computed as the circuit says, but for the hints that are overruled. */
export function fill(
  { circuit }: Bench,
  inputs: Record<string, bigint>,
  overruled: ReadonlyMap<number, (honest: bigint) => bigint> = new Map(),
): Witness {
  const witness: Witness = new Array(circuit.wireCount).fill(0n)
  witness[0] = 1n
  for (const [i, source] of circuit.sources.entries())
    if (typeof source === 'string') witness[i + 1] = toField(inputs[source]!)
  for (const [i, source] of circuit.sources.entries()) {
    if (typeof source === 'string') continue
    const honest = toField(source((a) => evaluate(a, witness)))
    witness[i + 1] = toField(overruled.get(i)?.(honest) ?? honest)
  }
  return witness
}

export function outputsOf({ outputs }: Bench, witness: Witness): bigint[] {
  return outputs.map((output) => evaluate(output, witness))
}

/** Whether the circuit takes a witness. */
export function isTaken({ circuit }: Bench, witness: Witness): boolean {
  return firstBroken(circuit, witness) === undefined
}

/**
 * Looks for a witness that the circuit takes and that gives other results than the honest one. Each hint in turn gets
 * other values; neighbors are moved against each other so that their weighted sum stays.
 *
 * @returns the false results, or undefined when every lie was noticed.
 */
export function findLie(circuit: Bench, inputs: Record<string, bigint>): bigint[] | undefined {
  const honest = outputsOf(circuit, fill(circuit, inputs)).join()
  const hints = circuit.circuit.sources.flatMap((source, i) => (typeof source === 'string' ? [] : [i]))
  const lies: Map<number, (value: bigint) => bigint>[] = []
  for (const [k, hint] of hints.entries()) {
    for (const value of [0n, 1n, 2n, -1n, 5n, 127n]) lies.push(new Map([[hint, () => value]]))
    const next = hints[k + 1]
    if (next !== undefined)
      lies.push(
        new Map([
          [hint, (value: bigint) => value + 2n],
          [next, (value: bigint) => value - 1n],
        ]),
      )
  }
  for (const lie of lies) {
    const witness = fill(circuit, inputs, lie)
    const results = outputsOf(circuit, witness)
    if (results.join() !== honest && isTaken(circuit, witness)) return results
  }
  return undefined
}
