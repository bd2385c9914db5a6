import { CircuitBuilder } from '../src/circuit/builder.ts'
import { makeWitness, type Witness } from '../src/circuit/circuit.ts'
import { addScaled, constant, fromWire, ONE, subtract } from '../src/circuit/linear.ts'
import { argmax } from '../src/gadgets/argmax.ts'
import { poseidon, poseidonHash } from '../src/gadgets/poseidon.ts'
import { reluShift } from '../src/gadgets/relu-shift.ts'

/** "I know x and a salt with this hash, and the larger of relu(3 - x) and relu(x - 4) has this index." */
export function smallCircuit() {
  const builder = new CircuitBuilder()
  const commit = builder.publicInput('commit')
  const index = builder.publicInput('index')
  const [x, salt] = [builder.secretInput('x'), builder.secretInput('salt')]
  builder.assertEqual(poseidon(builder, [x, salt]), commit, 'commitment')
  const options = { shift: 1, outputBits: 3, accumulatorBits: 8 }
  const scores = [subtract(constant(3), x), addScaled(x, fromWire(ONE), -4)].map((acc) =>
    reluShift(builder, acc, options),
  )
  builder.assertEqual(argmax(builder, scores, 4), index, 'index')
  return builder.build()
}

/** x = 9, salt = 77: index 1. */
export const SMALL = { commit: poseidonHash([9n, 77n]), index: 1n, x: 9n, salt: 77n }
export const SMALL_SIGNALS = [SMALL.commit, SMALL.index]

export function smallWitness(): Witness {
  return makeWitness(smallCircuit(), SMALL)
}
