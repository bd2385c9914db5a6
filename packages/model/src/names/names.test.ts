import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { predict } from '../reference/predict.ts'
import { rng } from '../rng.ts'
import { spell, symbolsOf } from './alphabet.ts'
import { hiddenSums } from './fold-names.ts'
import {
  allContexts,
  bigramNats,
  type Context,
  foldNames,
  judgeNames,
  NAME_MAX_LENGTH,
  NamesError,
  nameFromSeed,
  nameSplits,
  namesModel,
  nextWeights,
  stepsOf,
} from './index.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
const random = rng(3)
const seeds = Array.from({ length: 500 }, () =>
  Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256)),
)
const splits = nameSplits()

describe('the data', () => {
  test('no name is in two splits, and none twice', () => {
    const all = [...splits.train, ...splits.validation, ...splits.test]
    expect(new Set(all).size).toBe(all.length)
    expect(splits.test.length).toBe(800)
    for (const name of all) expect(name).toMatch(/^[a-z]{2,12}$/)
  })

  test('steps of a name', () => {
    const { contexts, next } = stepsOf(['bo'])
    expect([...next]).toEqual([2, 15, 0])
    expect([...contexts]).toEqual([0, 0, 0, 0, 0, 2, 0, 2, 15])
    expect(spell(symbolsOf('zora'))).toBe('Zora')
  })
})

describe('the model', () => {
  const model = namesModel()
  const net = foldNames(model)

  test('folded and drawn without a table it has the scores of the model file', () => {
    const contexts = allContexts()
    expect(contexts.length).toBe(18_279)
    for (let i = 0; i < contexts.length; i += 97) {
      const context = contexts[i]!
      const input = new Array<number>(81).fill(0)
      for (const [p, symbol] of context.entries()) input[27 * p + symbol] = 1
      expect(nextWeights(context)).toEqual(Array.from(predict(model, input).scores))
    }
  })

  test('every hidden sum fits eight bits, whatever stands before', () => {
    let [low, high] = [0, 0]
    for (const context of allContexts())
      for (const sum of hiddenSums(net, context)) [low, high] = [Math.min(low, sum), Math.max(high, sum)]
    expect(low).toBeGreaterThanOrEqual(-128)
    expect(high).toBeLessThanOrEqual(127)
  })

  test('the nats that are committed, on names held out, below the target and a table of pairs', () => {
    const metrics = read('models/names-48-64-27.metrics.json')
    const held = stepsOf(splits.test)
    expect(judgeNames(net, held).nats).toBeCloseTo(metrics.nats, 9)
    expect(bigramNats(stepsOf(splits.train), held)).toBeCloseTo(metrics.bigramNats, 9)
    expect(metrics.nats).toBeLessThan(2.1)
    expect(metrics.bigramNats).toBeGreaterThan(2.4)
  })

  test('a model of digits is refused', () => {
    expect(() => foldNames(read('models/digits-8x8-64-32-10.model.json'))).toThrow(NamesError)
    expect(() => foldNames(read('models/phishing-tree.model.json'))).toThrow('is a tree')
  })
})

describe('nameFromSeed', () => {
  test('2 to 12 letters, the first a capital, and many different ones', () => {
    const names = seeds.map((seed) => nameFromSeed(seed))
    for (const name of names) {
      expect(name).toMatch(/^[A-Z][a-z]+$/)
      expect(name.length).toBeLessThanOrEqual(NAME_MAX_LENGTH)
    }
    expect(new Set(names).size).toBeGreaterThan(450)
  })

  test('letter k depends on bytes 2k and 2k + 1 alone', () => {
    for (const seed of seeds.slice(0, 50)) {
      const name = nameFromSeed(seed)
      const after = seed.slice()
      after.fill(0xa5, 2 * Math.min(name.length + 1, NAME_MAX_LENGTH))
      expect(nameFromSeed(after)).toBe(name)
    }
  })

  test('draws in proportion: first letters as often as their weights say', () => {
    const weights = nextWeights([0, 0, 0]).with(0, 0)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const counts = new Array<number>(27).fill(0)
    // All 65,536 draws of the first letter, in steps; other bytes don't matter for it.
    const seed = new Uint8Array(32)
    for (let draw = 0; draw < 65_536; draw += 32) {
      seed[0] = draw >> 8
      seed[1] = draw & 255
      counts[nameFromSeed(seed).charCodeAt(0) - 64]!++
    }
    for (const [symbol, weight] of weights.entries())
      expect(Math.abs(counts[symbol]! - (weight / total) * 2048)).toBeLessThanOrEqual(1)
  })

  test('what is no seed or context is refused', () => {
    expect(() => nameFromSeed(new Uint8Array(31))).toThrow(NamesError)
    expect(() => nextWeights([0, 0, 27])).toThrow('integers from 0 to 26')
    expect(() => nextWeights([0, 0] as unknown as Context)).toThrow(NamesError)
  })

  test('the golden names', () => {
    const golden = read('test/golden/names.json') as { seeds: string[]; names: string[] }
    for (const [i, hex] of golden.seeds.entries())
      if (i % 10 === 0) expect(nameFromSeed(Uint8Array.from(Buffer.from(hex, 'hex')))).toBe(golden.names[i])
  })
})
