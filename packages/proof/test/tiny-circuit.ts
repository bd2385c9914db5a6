import { CircuitBuilder } from '../src/circuit/builder.ts'
import { makeWitness, type Witness } from '../src/circuit/circuit.ts'
import { addScaled, constant, fromWire, ONE, subtract } from '../src/circuit/linear.ts'
import { argmax } from '../src/gadgets/argmax.ts'
import { reluShift } from '../src/gadgets/relu-shift.ts'
import { provingKeyFrom, type Trapdoor } from '../src/index.ts'

/** A circuit whose files are small enough to be committed: x times y is public, and so is which ReLU is larger. */
export function tinyCircuit() {
  const builder = new CircuitBuilder()
  const product = builder.publicInput('product')
  const index = builder.publicInput('index')
  const [x, y] = [builder.secretInput('x'), builder.secretInput('y')]
  builder.assertEqual(builder.multiply(x, y, 'product'), product, 'the product is public')
  const options = { shift: 1, outputBits: 3, accumulatorBits: 8 }
  const scores = [subtract(constant(3), x), addScaled(x, fromWire(ONE), -4)].map((acc) =>
    reluShift(builder, acc, options),
  )
  builder.assertEqual(argmax(builder, scores, 4), index, 'index')
  return builder.build()
}

export const TINY_SIGNALS = [99n, 1n]

export function tinyWitness(): Witness {
  return makeWitness(tinyCircuit(), { product: 99n, index: 1n, x: 9n, y: 11n })
}

/** Known to everybody, so that the key's file is the same each time it is made. For tests only. */
const KNOWN: Trapdoor = {
  tau: 3n ** 101n,
  alpha: 5n ** 71n,
  beta: 7n ** 83n,
  gamma: 11n ** 61n,
  delta: 13n ** 67n,
}

export const tinyKey = () => provingKeyFrom(tinyCircuit(), KNOWN)
