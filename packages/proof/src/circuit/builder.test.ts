import { expect, test } from 'vitest'
import { CircuitError, WitnessError } from '../errors.ts'
import { R } from '../field.ts'
import { CircuitBuilder } from './builder.ts'
import { makeWitness } from './circuit.ts'
import { add, addScaled, constant, constantOf, dot, evaluate, fromWire, scale, subtract } from './linear.ts'

test('sums drop what cancels, and negative weights are residues', () => {
  const [a, b] = [fromWire(1), fromWire(2)]
  expect([...subtract(add(a, b), b)]).toEqual([[1, 1n]])
  expect([...scale(a, -1)]).toEqual([[1, R - 1n]])
  expect(dot([a, b, a], [2, 0, -2]).size).toBe(0)
  expect(evaluate(addScaled(a, constant(5), -1), [1n, 3n])).toBe(R - 2n)
  expect([constantOf(constant(0)), constantOf(constant(7)), constantOf(a)]).toEqual([0n, 7n, undefined])
})

test('a public input in no constraint is refused: a proof would hold for any value of it', () => {
  const builder = new CircuitBuilder()
  const bound = builder.publicInput('bound')
  builder.publicInput('free')
  builder.assertEqual(bound, constant(1), 'bound is 1')
  expect(() => builder.build()).toThrow(
    new CircuitError('Public input free is in no constraint: a proof would hold for any value of it.'),
  )
})

test('inputs come first, public before secret, each once', () => {
  const builder = new CircuitBuilder()
  builder.secretInput('x')
  expect(() => builder.publicInput('late')).toThrow(CircuitError)
  expect(() => builder.secretInput('x')).toThrow('Input x is declared twice.')
  builder.hint(() => 1n)
  expect(() => builder.secretInput('later')).toThrow('Declare the secret input later before gadgets.')
})

test('a rule between constants is checked while building', () => {
  const builder = new CircuitBuilder()
  builder.constrain(constant(2), constant(3), constant(6), '2 * 3 = 6')
  expect(builder.constraintCount).toBe(0)
  expect(() => builder.constrain(constant(2), constant(3), constant(7), 'no')).toThrow('no can never hold.')
})

test('a witness error names the constraint with its scope; inputs are checked by name', () => {
  const builder = new CircuitBuilder()
  const x = builder.secretInput('x')
  builder.within('outer', () => builder.within('inner', () => builder.assertEqual(x, constant(4), 'x is 4')))
  const circuit = builder.build()
  expect(makeWitness(circuit, { x: 4 })).toEqual([1n, 4n])
  expect(makeWitness(circuit, { x: 4n + R })).toEqual([1n, 4n])
  expect(() => makeWitness(circuit, { x: 5 })).toThrow(WitnessError)
  expect(() => makeWitness(circuit, { x: 5 })).toThrow('outer: inner: x is 4')
  expect(() => makeWitness(circuit, {})).toThrow('input x')
  expect(() => makeWitness(circuit, { x: 4, y: 1 })).toThrow('no input of this name')
})
