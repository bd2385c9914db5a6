import { readFileSync } from 'node:fs'
import { type LayerModel, loadModel, makeTensor, predict, readTensor, unpackInput } from '@inkling/model'
import { describe, expect, test } from 'vitest'
import { picker, randomEnsemble, randomRow } from '../../../model/test/random-model.ts'
import { randomShiftNet } from '../../test/random-shift-net.ts'
import { firstBroken, makeWitness } from '../circuit/circuit.ts'
import { CircuitError, WitnessError } from '../errors.ts'
import { R } from '../field.ts'
import { poseidonChainHash } from '../gadgets/poseidon.ts'
import { prove } from '../groth16/prove.ts'
import { setup } from '../groth16/setup.ts'
import { verify } from '../groth16/verify.ts'
import { fillWitness } from '../testing.ts'
import { inferCircuit, inferInputs } from './infer-circuit.ts'
import { registerCircuit, registerInputs } from './register-circuit.ts'
import { privateShape } from './shape.ts'
import { commitToModel, packWords, wordNames } from './words.ts'

const digits = loadModel(
  readFileSync(new URL('../../../model/models/digits-8x8-64-32-10-q4.model.json', import.meta.url), 'utf8'),
) as LayerModel
const digitRows = JSON.parse(
  readFileSync(new URL('../../../model/models/digits-8x8-64-32-10-q4.vectors.json', import.meta.url), 'utf8'),
).input.map((hex: `0x${string}`) => unpackInput(digits, hex)) as number[][]

const net = randomShiftNet(4, [3, 5, 3])
const shape = privateShape(net)
const infer = inferCircuit(shape)
const register = registerCircuit(shape)
const secret = { modelSalt: 11n, salt: 12n, ctx: 13n }

test('the digit net takes at most 9,000 constraints an inference, and at most 32,768 to register', () => {
  const shape = privateShape(digits)
  const circuit = inferCircuit(shape)
  expect(shape.layers.map(({ perWord }) => perWord)).toEqual([18, 19])
  expect(circuit.constraints.length).toBe(8216)
  expect(registerCircuit(shape).constraints.length).toBe(29_079)
  for (const row of digitRows.slice(0, 10)) {
    const { inputs, label } = inferInputs(digits, row, secret)
    expect(label).toBe(predict(digits, row).label)
    makeWitness(circuit, inputs)
    expect(() => makeWitness(circuit, { ...inputs, class: (label + 1) % 10 })).toThrow(
      'the class is the model’s',
    )
  }
  makeWitness(registerCircuit(shape), registerInputs(digits, { salt: 11n, ctx: 5n }).inputs)
})

test.each([2, 4, 6])('random nets give the class of the reference inference, seed %i', (seed) => {
  const model = randomShiftNet(seed, [4, 6, 5, 3])
  const circuit = inferCircuit(privateShape(model))
  const pick = picker(seed)
  const rows = Array.from({ length: 15 }, () => randomRow(pick, model.input))
  for (const row of [...rows, model.input.min, model.input.max]) {
    const { inputs, label } = inferInputs(model, row, secret)
    expect(label).toBe(predict(model, row).label)
    makeWitness(circuit, inputs)
    expect(() => makeWitness(circuit, { ...inputs, class: (label + 1) % 3 })).toThrow(WitnessError)
  }
})

describe('the commitment', () => {
  test('is the same in both circuits and hides behind its salt', () => {
    const commit = commitToModel(net, 11n)
    expect(registerInputs(net, { salt: 11n, ctx: 1n }).signals).toEqual([commit, 1n])
    expect(inferInputs(net, net.input.min, secret).signals[0]).toBe(commit)
    expect(commitToModel(net, 12n)).not.toBe(commit)
  })

  test('changes with every weight and bias', () => {
    const seen = new Set([commitToModel(net, 11n)])
    let count = 1
    for (const [l, layer] of net.layers.entries()) {
      if (layer.type !== 'dense') continue
      for (const part of ['weights', 'bias'] as const)
        for (const i of readTensor(layer[part]).keys()) {
          const values = [...readTensor(layer[part])]
          values[i] = values[i]! > 0 ? values[i]! - 1 : values[i]! + 1
          const tensor = makeTensor(layer[part].dtype, layer[part].shape, values)
          const layers = net.layers.with(l, { ...layer, [part]: tensor })
          seen.add(commitToModel({ ...net, layers } as LayerModel, 11n))
          count++
        }
    }
    expect(seen.size).toBe(count)
  })
})

describe('registering', () => {
  const honest = registerInputs(net, { salt: 11n, ctx: 5n }).inputs

  test('an honest net has a witness', () => {
    expect(makeWitness(register, honest)).toHaveLength(register.wireCount)
  })

  test('weights beyond int8 have none, though their words add up to the same commitment', () => {
    // w0 + 2^slotBits and w1 - 1 pack into the same word: the cheat that range checks are for.
    const slot = 1n << BigInt(shape.layers[0]!.slotBits)
    const cheat = { ...honest, 'w0.0.0': honest['w0.0.0']! + slot, 'w0.1.0': honest['w0.1.0']! - 1n }
    expect(() => makeWitness(register, cheat)).toThrow(/neuron 0: weight 0/)
    for (const weight of [128n, -129n, R / 2n])
      expect(() => makeWitness(register, { ...honest, 'w1.0.0': weight })).toThrow('weight 0 fits in 8 bits')
  })

  test('a net whose accumulator could leave its slot has none', () => {
    const wide: Record<string, bigint> = { ...honest }
    for (let i = 0; i < 3; i++) wide[`w0.2.${i}`] = -128n
    const worst = 3n * 128n * BigInt(shape.layers[0]!.largestInput[0]!)
    const limit = (1n << BigInt(shape.layers[0]!.slotBits - 2)) - 1n
    wide['b0.2'] = limit - worst
    expect(() => makeWitness(register, wide)).toThrow('neuron 2: the accumulator stays in its slot')
  })
})

describe('inferring', () => {
  const row = net.input.max
  const { inputs, signals } = inferInputs(net, row, secret)

  test('other words, another salt or another input have no witness', () => {
    for (const name of [
      ...wordNames(shape).map(({ name }) => name),
      'modelSalt',
      'salt',
      'x0',
      'modelCommit',
      'inputCommit',
    ])
      expect(() => makeWitness(infer, { ...inputs, [name]: inputs[name]! + 1n }), name).toThrow(WitnessError)
  })

  test('a net that is not the committed one has no witness, whatever it answers', () => {
    const words = Object.fromEntries([...packWords(net)].map(([name, word]) => [name, (word * 3n) % R]))
    expect(() => makeWitness(infer, { ...inputs, ...words })).toThrow('the net is the committed one')
    const commit = poseidonChainHash([...Object.values(words), secret.modelSalt])
    // With a commitment of its own it may pass here: registering is what keeps it out.
    expect(commit).not.toBe(signals[0])
  })

  test('a lie about a slot, a bit or a product breaks a rule, or changes nothing else', () => {
    const witness = fillWitness(infer, inputs)
    for (let wire = 1; wire < infer.wireCount; wire += 17) {
      if (typeof infer.sources[wire - 1] === 'string') continue
      const told = fillWitness(infer, inputs, new Map([[wire, (witness[wire]! + 1n) % R]]))
      if (firstBroken(infer, told)) continue
      // Left free: the inverse of a number that is 0, which no other wire depends on.
      expect(
        told.filter((value, i) => value !== witness[i]),
        `wire ${wire}`,
      ).toHaveLength(1)
    }
  })

  test('a proof holds for its own commitment, class and context', async () => {
    const { provingKey } = await setup(infer)
    const proof = await prove(provingKey, makeWitness(infer, inputs))
    const key = provingKey.verifyingKey
    expect(verify(key, signals, proof)).toBe(true)
    for (const i of signals.keys())
      expect(verify(key, signals.with(i, (signals[i]! + 1n) % R), proof), `signal ${i}`).toBe(false)
  })
})

test('models without such circuits are refused by layer', () => {
  expect(() => privateShape(randomEnsemble(1, 'forest', 2))).toThrow(CircuitError)
  expect(() => privateShape(randomShiftNet(3, [3, 4, 2]))).toThrow(
    'layers[0]: private weights take one shift a layer',
  )
})
