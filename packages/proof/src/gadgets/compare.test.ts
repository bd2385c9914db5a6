import { expect, test } from 'vitest'
import { inputsOf, lies, valueOfGadget } from '../../test/lies.ts'
import { CircuitBuilder } from '../circuit/builder.ts'
import { makeWitness } from '../circuit/circuit.ts'
import { constant, type Linear, scale, subtract } from '../circuit/linear.ts'
import { WitnessError } from '../errors.ts'
import { R } from '../field.ts'
import { choose, isZero, lessThan } from './compare.ts'

function gadget(names: string[], make: (builder: CircuitBuilder, inputs: Linear[]) => Linear) {
  const builder = new CircuitBuilder()
  const output = make(builder, inputsOf(builder, names))
  return { circuit: builder.build(), output }
}

test('isZero: 1 for 0 alone, two constraints, no lie', () => {
  const { circuit, output } = gadget(['x'], (builder, [x]) => isZero(builder, x!))
  expect(circuit.constraints).toHaveLength(2)
  for (const x of [0n, 1n, 2n, R - 1n, 7n ** 40n % R]) {
    expect(valueOfGadget(circuit, { x }, output)).toBe(x === 0n ? 1n : 0n)
    expect(lies(circuit, { x }, output)).toEqual([])
  }
})

test('isZero with half of its rules lies about 5', () => {
  const { circuit, output } = gadget(['x'], (builder, [x]) => {
    const zero = builder.hint((read) => (read(x!) === 0n ? 1n : 0n))
    const inverse = builder.hint((read) => (read(zero) === 1n ? 0n : 1n))
    builder.constrain(x!, inverse, subtract(x!, scale(zero, 0)), 'half of it')
    return zero
  })
  expect(lies(circuit, { x: 0 }, output).length).toBeGreaterThan(0)
})

test('lessThan: every pair of a small range, and its ends', () => {
  const { circuit, output } = gadget(['a', 'b'], (builder, [a, b]) => lessThan(builder, a!, b!, 4))
  expect(circuit.constraints).toHaveLength(5)
  for (let a = -8; a < 8; a++)
    for (let b = -8; b < 8; b++) {
      expect(valueOfGadget(circuit, { a, b }, output)).toBe(a < b ? 1n : 0n)
      if ((a + b) % 5 === 0) expect(lies(circuit, { a, b }, output)).toEqual([])
    }
  for (const [a, b] of [
    [16, 0],
    [0, 17],
    [2n ** 40n, 0],
  ])
    expect(() => makeWitness(circuit, { a: a!, b: b! })).toThrow(WitnessError)
})

test('choose takes one of two', () => {
  const { circuit, output } = gadget(['bit', 'a', 'b'], (builder, [bit, a, b]) =>
    choose(builder, bit!, a!, b!),
  )
  expect(valueOfGadget(circuit, { bit: 1, a: 5, b: 9 }, output)).toBe(5n)
  expect(valueOfGadget(circuit, { bit: 0, a: 5, b: 9 }, output)).toBe(9n)
  expect(lies(circuit, { bit: 0, a: 5, b: 9 }, output)).toEqual([])
  const free = gadget(['a'], (builder, [a]) => choose(builder, constant(1), a!, constant(3)))
  expect(free.circuit.constraints).toHaveLength(0)
})
