/**
 * The gadgets of the circuit: bits, a neuron's ReLU and shift, and the highest of ten scores. This is a file you edit.
 *
 * A `Linear` is a weighted sum of values that the prover fills in. Adding and scaling are free; a product of two costs a
 * constraint. A `hint` is a value that the prover may choose as it likes, until constraints leave it one choice.
 *
 * While a circuit is made no value is known, so an `if` can't ask for one: make both sides, and `choose`. Only inside of a
 * hint can you `read` a value. A number is no `Linear`; `constant(number)` is.
 *
 *   builder.hint((read) => read(value) + 1n)   a hint, and how an honest prover computes it
 *   builder.constrain(a, b, c, 'name')         demands a b = c
 *   builder.assertEqual(a, b, 'name')          demands a = b
 *   builder.multiply(a, b, 'name')             a b, bound
 *   add(a, b, ...), subtract(a, b)             sums; addScaled(a, b, 3n) is a + 3 b
 *   isZero(builder, a)                         1 where a is 0, else 0
 *   lessThan(builder, a, b, differenceBits)    1 where a < b, else 0
 *   choose(builder, bit, a, b)                 a where the bit is 1, else b
 */
// biome-ignore lint/correctness/noUnusedImports: the starter's stubs throw it, lab:drop
import { Todo } from '@inkling/lab'
import {
  add,
  addScaled,
  type CircuitBuilder,
  choose,
  constant,
  isZero,
  type Linear,
  lessThan,
  type ReluShift,
  subtract,
} from '@inkling/proof'

/** The `count` bits of a value, lowest first. No witness exists unless 0 <= value < 2^count. */
export function bits(builder: CircuitBuilder, value: Linear, count: number): Linear[] {
  const all: Linear[] = []
  // #region task-7-1
  for (let i = 0; i < count; i++) {
    const bit = builder.hint((read) => (read(value) >> BigInt(i)) & 1n)
    builder.constrain(bit, subtract(constant(1), bit), constant(0), `bit ${i} is 0 or 1`)
    all.push(bit)
  }
  builder.assertEqual(weigh(all), value, `fits in ${count} bits`)
  return all
  // #endregion task-7-1
  //|   // TODO(7.1): a hint for each bit; a constraint that makes it 0 or 1; and one that makes the bits the value.
  //|   void [builder, value, count, all, constant, subtract, weigh]
  //|   throw Todo('7.1')
}

/** What bits stand for: the sum of 2^i times bit i. */
export function weigh(all: Linear[]): Linear {
  return all.reduce((sum, bit, i) => addScaled(sum, bit, 1n << BigInt(i)), constant(0))
}

/**
 * One neuron, the same integers as in a contract: (acc + 2^(shift - 1)) >> shift, held to 0 ... 2^outputBits - 1.
 * `acc` is certain to lie in -2^accumulatorBits ... 2^accumulatorBits - 1.
 */
export function reluShift(builder: CircuitBuilder, acc: Linear, options: ReluShift): Linear {
  const { shift, outputBits, accumulatorBits } = options
  /** acc + half lies in -2^sign ... 2^sign - 1. So with 2^sign added it has sign + 1 bits, and bit `sign` says "not negative". */
  const sign = accumulatorBits + 1
  const half = 1n << BigInt(shift - 1)
  const largest = constant((1n << BigInt(outputBits)) - 1n)
  // #region task-7-2
  const lifted = addScaled(acc, constant(half + (1n << BigInt(sign))), 1n)
  const all = bits(builder, lifted, sign + 1)
  const low = weigh(all.slice(shift, shift + outputBits))
  const high = add(...all.slice(shift + outputBits, sign))
  const fits = isZero(builder, high)
  const clamped = choose(builder, fits, low, largest)
  return builder.multiply(all[sign]!, clamped, 'ReLU')
  // #endregion task-7-2
  //|   // TODO(7.2): the bits of acc + half + 2^sign. Above the shift lie outputBits bits of the result; if any bit
  //|   // between those and the sign is set, the result is the largest. Without the sign's bit it is 0.
  //|   void [builder, acc, shift, sign, half, largest, add, addScaled, bits, weigh, isZero, choose]
  //|   throw Todo('7.2')
}

/** Index of the highest score; of equal ones the lowest index. Any two differ by less than 2^differenceBits. */
export function argmax(builder: CircuitBuilder, scores: readonly Linear[], differenceBits: number): Linear {
  // #region task-7-3
  let best = scores[0]!
  let index = constant(0)
  for (let i = 1; i < scores.length; i++) {
    const higher = lessThan(builder, best, scores[i]!, differenceBits)
    index = choose(builder, higher, constant(i), index)
    best = choose(builder, higher, scores[i]!, best)
  }
  return index
  // #endregion task-7-3
  //|   // TODO(7.3): the first score is the best so far, at index 0. Where a later one is higher, it becomes the best,
  //|   // and its place the index.
  //|   void [builder, scores, differenceBits, lessThan, choose]
  //|   throw Todo('7.3')
}
