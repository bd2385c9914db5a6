import { CircuitError } from '../errors.ts'
import type { Circuit, Constraint, Step } from './circuit.ts'
import { constantOf, evaluate, fromWire, type Linear, ONE, scale, subtract, type Wire } from './linear.ts'

/**
 * Builds a circuit. Inputs are declared first, public ones before secret ones; gadgets take a builder and sums of wires
 * and give sums of wires.
 */
export class CircuitBuilder {
  readonly #publicNames: string[] = []
  readonly #secretNames: string[] = []
  readonly #sources: (string | Step)[] = []
  readonly #constraints: Constraint[] = []
  #scope: string[] = []

  publicInput(name: string): Linear {
    if (this.#sources.length > this.#publicNames.length)
      throw new CircuitError(`Declare the public input ${name} before secret inputs and gadgets.`)
    const wire = this.#input(name)
    this.#publicNames.push(name)
    return wire
  }

  secretInput(name: string): Linear {
    if (this.#sources.length > this.#publicNames.length + this.#secretNames.length)
      throw new CircuitError(`Declare the secret input ${name} before gadgets.`)
    const wire = this.#input(name)
    this.#secretNames.push(name)
    return wire
  }

  /** A wire whose value the prover computes. No rule binds it until a constraint does: forget one and a prover may lie. */
  hint(step: Step): Linear {
    this.#sources.push(step)
    return fromWire(this.#sources.length as Wire)
  }

  /** Demands a * b = c. */
  constrain(a: Linear, b: Linear, c: Linear, label: string): void {
    const [ka, kb, kc] = [constantOf(a), constantOf(b), constantOf(c)]
    if (ka !== undefined && kb !== undefined && kc !== undefined) {
      if (evaluate(scale(a, kb), [1n]) !== kc) throw new CircuitError(`${label} can never hold.`)
      return
    }
    this.#constraints.push({ a, b, c, label: [...this.#scope, label].join(': ') })
  }

  /** A wire that is a * b. Free when one side is a constant. */
  multiply(a: Linear, b: Linear, label: string): Linear {
    const [ka, kb] = [constantOf(a), constantOf(b)]
    if (ka !== undefined) return scale(b, ka)
    if (kb !== undefined) return scale(a, kb)
    const product = this.hint((read) => read(a) * read(b))
    this.constrain(a, b, product, label)
    return product
  }

  assertEqual(a: Linear, b: Linear, label: string): void {
    this.constrain(subtract(a, b), fromWire(ONE), new Map(), label)
  }

  /** Names the constraints that `build` adds: `neuron 3: bit 5`. */
  within<T>(name: string, build: () => T): T {
    this.#scope = [...this.#scope, name]
    try {
      return build()
    } finally {
      this.#scope = this.#scope.slice(0, -1)
    }
  }

  get constraintCount(): number {
    return this.#constraints.length
  }

  build(): Circuit {
    const used = new Set(this.#constraints.flatMap(({ a, b, c }) => [...a.keys(), ...b.keys(), ...c.keys()]))
    for (const [i, name] of this.#publicNames.entries())
      if (!used.has(i + 1))
        throw new CircuitError(
          `Public input ${name} is in no constraint: a proof would hold for any value of it.`,
        )
    return {
      wireCount: this.#sources.length + 1,
      publicNames: [...this.#publicNames],
      secretNames: [...this.#secretNames],
      constraints: [...this.#constraints],
      sources: [...this.#sources],
    }
  }

  #input(name: string): Linear {
    if (this.#sources.includes(name)) throw new CircuitError(`Input ${name} is declared twice.`)
    this.#sources.push(name)
    return fromWire(this.#sources.length as Wire)
  }
}
