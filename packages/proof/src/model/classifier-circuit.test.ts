import { readFileSync } from 'node:fs'
import { loadModel, type Model, predict, unpackInput, type Vectors } from '@inkling/model'
import { describe, expect, test } from 'vitest'
import { picker, randomCnn, randomEnsemble, randomRow } from '../../../model/test/random-model.ts'
import { randomShiftNet } from '../../test/random-shift-net.ts'
import { type Circuit, makeWitness } from '../circuit/circuit.ts'
import { CircuitError, WitnessError } from '../errors.ts'
import { argmax } from '../gadgets/argmax.ts'
import { reluShift } from '../gadgets/relu-shift.ts'
import { classifierCircuit } from './classifier-circuit.ts'
import { classifierInputs } from './classifier-inputs.ts'
import { commitToInput } from './input-commitment.ts'
import { randomSalt } from './random-salt.ts'

const models = new URL('../../../model/models/', import.meta.url)
const load = (name: string) => {
  const model = loadModel(readFileSync(new URL(`${name}.model.json`, models), 'utf8'))
  const vectors = JSON.parse(readFileSync(new URL(`${name}.vectors.json`, models), 'utf8')) as Vectors
  return { model, rows: vectors.input.map((hex) => unpackInput(model, hex)) }
}

/** The model's class has a witness and no other label has one. */
function agrees(model: Model, circuit: Circuit, row: number[], i: number): void {
  const { inputs, label } = classifierInputs(model, row, { salt: BigInt(i) + 5n, ctx: 3n })
  expect(label).toBe(predict(model, row).label)
  makeWitness(circuit, inputs)
  if (i % 10 > 0) return
  const other = (label + 1 + (i % (model.output.labels.length - 1 || 1))) % model.output.labels.length
  expect(() => makeWitness(circuit, { ...inputs, class: other })).toThrow('the class is the model’s')
}

describe('the same class as the reference inference, and no other', () => {
  test.each([
    ['digits-8x8-64-32-10-q4', 500],
    ['digits-8x8-64-32-10', 60],
    ['phishing-tree', 500],
    ['phishing-forest-32x6', 200],
    ['phishing-boosted-100', 300],
    ['breast-cancer-linear', 300],
    ['iris-linear', 300],
    ['tic-tac-toe-18-12-9', 200],
  ])('%s, %i of its vectors', (name, count) => {
    const { model, rows } = load(name)
    const circuit = classifierCircuit(model)
    for (const [i, row] of rows.slice(0, count).entries()) agrees(model, circuit, row, i)
  })

  test.each([1, 2, 3])('random nets and ensembles, seed %i', (seed) => {
    const pick = picker(seed)
    for (const model of [
      randomShiftNet(seed, [5, 4, 3]),
      randomShiftNet(seed + 10, [3, 6, 4, 2]),
      randomEnsemble(seed, 'forest', 4),
      randomEnsemble(seed, 'gbdt', 5),
    ]) {
      const circuit = classifierCircuit(model)
      for (let i = 0; i < 60; i++) agrees(model, circuit, randomRow(pick, model.input), i)
      agrees(model, circuit, [...model.input.min], 0)
      agrees(model, circuit, [...model.input.max], 0)
    }
  })
})

test('the lab’s net stays below 1,700 constraints', () => {
  const circuit = classifierCircuit(load('digits-8x8-64-32-10-q4').model)
  expect(circuit.constraints.length).toBe(1173)
  expect(circuit.publicNames).toEqual(['inputCommit', 'class', 'ctx'])
})

test('a value outside of its real range has no witness, in every feature and on both sides', () => {
  const { model, rows } = load('digits-8x8-64-32-10-q4')
  const circuit = classifierCircuit(model)
  const row = rows[0]!
  const honest = classifierInputs(model, row, { salt: 9n, ctx: 1n }).inputs
  for (const [i, value] of [0, 5, 31, 63].flatMap((at) => [
    [at, model.input.max[at]! + 1],
    [at, model.input.min[at]! - 1],
  ])) {
    const changed = row.map((old, k) => (k === i ? value! : old))
    const inputCommit = commitToInput(model.input, changed, 9n)
    const inputs = { ...honest, inputCommit, [`x${i}`]: value! }
    expect(() => makeWitness(circuit, inputs)).toThrow(`input ${i} (`)
  }
  expect(() =>
    classifierInputs(
      model,
      row.map(() => 99),
      { salt: 9n, ctx: 1n },
    ),
  ).toThrow()
})

test('another salt, another pixel or another commitment has no witness', () => {
  const { model, rows } = load('digits-8x8-64-32-10-q4')
  const circuit = classifierCircuit(model)
  const { inputs } = classifierInputs(model, rows[0]!, { salt: 9n, ctx: 1n })
  const changes: Record<string, bigint>[] = [
    { salt: 10n },
    { inputCommit: inputs.inputCommit! + 1n },
    { x0: inputs.x0! === 0n ? 1n : 0n },
  ]
  for (const change of changes)
    expect(() => makeWitness(circuit, { ...inputs, ...change })).toThrow(WitnessError)
})

test('a learner’s gadgets take the place of the package’s', () => {
  const { model } = load('tic-tac-toe-18-12-9')
  let calls = 0
  const counted: typeof reluShift = (...given) => {
    calls++
    return reluShift(...given)
  }
  const circuit = classifierCircuit(model, { reluShift: counted, argmax })
  expect(calls).toBe(12)
  expect(circuit.constraints.length).toBe(classifierCircuit(model).constraints.length)
})

test('models without a gadget are refused by layer', () => {
  expect(() => classifierCircuit(randomCnn(1))).toThrow(CircuitError)
  expect(() => classifierCircuit(load('anes96-probability').model)).toThrow('layers[1] is table')
})

test('salts are random and below 2^248', () => {
  const salts = Array.from({ length: 20 }, randomSalt)
  expect(new Set(salts).size).toBe(20)
  expect(salts.every((salt) => salt < 2n ** 248n)).toBe(true)
  expect(salts.some((salt) => salt > 2n ** 240n)).toBe(true)
})
