import { describe, expect, test } from 'vitest'
import {
  type CostShapes,
  estimateForest,
  estimateNet,
} from '../../docs/.vitepress/theme/calculator/estimate-net.ts'
import costShapes from '../../docs/data/cost-shapes.json' with { type: 'json' }
import { calculatorForest, VARIANTS, type Variant } from './calculator-net.ts'
import { compilerCosts, costsOf, type Place } from './cost-table.ts'
import { costTable } from './derive.ts'

const table = costTable()
const shapes = costShapes.figures as unknown as CostShapes
const variants = Object.keys(VARIANTS) as Variant[]
/** Percent. A compiler that got better by less than this leaves the table useful; beyond, `npm run report -- --table`. */
const stale = 5

const off = (guess: number, real: number) => Math.abs(guess / real - 1) * 100

describe('the calculator says what the compiler says', () => {
  const onGrid: [Variant, number, number, Place][] = [
    ['int8', 64, 32, 'code'],
    ['int4', 32, 16, 'code'],
    ['sparse', 196, 96, 'code'],
    ['int8', 196, 64, 'const-stores'],
  ]
  test.each(onGrid)('%s %i-%i-10, on the grid', (variant, inputs, hidden, place) => {
    const guess = estimateNet(table, { inputs, hidden, variant })
    const real = compilerCosts(inputs, hidden, variant, place)!
    expect(guess.place).toBe(place)
    expect(off(guess.codeBytes!, real.codeBytes)).toBeLessThan(stale)
    expect(off(guess.callGas.cached, real.entryCached + Math.ceil(real.kernelInk / 10_000))).toBeLessThan(
      stale,
    )
    expect(
      off(guess.callGas.uncached!, real.entryUncached + Math.ceil(real.kernelInk / 10_000)),
    ).toBeLessThan(stale)
    expect(off(guess.activationGas!, real.activationGas)).toBeLessThan(stale)
  })

  test.each(variants)('%s between the grid, within what the page says', (variant) => {
    const [inputs, hidden] = [100, 40]
    const guess = estimateNet(table, { inputs, hidden, variant })
    const real = compilerCosts(inputs, hidden, variant, 'code')!
    expect(off(guess.codeBytes!, real.codeBytes)).toBeLessThan(table.heldOut.codePercent + stale)
    expect(off(guess.kernelGas!, real.kernelInk / 10_000)).toBeLessThan(table.heldOut.kernelPercent + stale)
  })
})

describe('nets of other shapes, and trees', () => {
  test.each([
    ['int8', [40, 20], 10],
    ['int4', [24], 4],
  ] as const)('%s 48-%j-%i is what the page says, within what it says', (variant, hidden, labels) => {
    const guess = estimateNet(table, { inputs: 48, hidden, labels, variant }, shapes)
    const real = compilerCosts(48, hidden, variant, 'code', labels)!
    expect(guess.place).toBe('code')
    expect(off(guess.kernelGas!, real.kernelInk / 10_000)).toBeLessThan(shapes.heldOut.kernelPercent + stale)
    expect(off(guess.codeBytes!, real.codeBytes)).toBeLessThan(shapes.heldOut.codePercent + stale)
  })

  test('trees on the grid are the compiler’s, and too many fit nowhere', () => {
    const guess = estimateForest(table, shapes, { trees: 8, depth: 4 })!
    const real = costsOf(calculatorForest(8, 4))!
    expect(off(guess.callGas.cached, real.entryCached + real.kernelInk / 10_000)).toBeLessThan(stale)
    expect(off(guess.codeBytes, real.codeBytes)).toBeLessThan(stale)
    expect(guess).toMatchObject({ fits: true, leaves: 128 })
    expect(estimateForest(table, shapes, { trees: 128, depth: 9 })?.fits ?? false).toBe(false)
    expect(() => estimateForest(table, shapes, { trees: 0, depth: 4 })).toThrow(RangeError)
    expect(() => estimateForest(table, shapes, { trees: 1, depth: 40 })).toThrow(RangeError)
  })

  test('a further layer, and more labels, never make a net cheaper', () => {
    const gas = (hidden: number[], labels: number) =>
      estimateNet(table, { inputs: 64, hidden, labels, variant: 'int8' }, shapes).callGas.cached
    expect(gas([32, 16], 10)).toBeGreaterThan(gas([32], 10))
    expect(gas([32, 16, 16], 10)).toBeGreaterThan(gas([32, 16], 10))
    expect(gas([32], 40)).toBeGreaterThan(gas([32], 20))
    expect(() => estimateNet(table, { inputs: 64, hidden: [8, 8], variant: 'int8' })).toThrow('second table')
  })
})

test('a net that grows moves from code to stores to other contracts, and never gets cheaper', () => {
  const places: string[] = []
  let last = 0
  for (const hidden of [8, 40, 60, 90, 120, 300, 2_000]) {
    const net = estimateNet(table, { inputs: 196, hidden, variant: 'int8' })
    expect(net.callGas.cached).toBeGreaterThan(last)
    expect(net.refused).toHaveLength(['code', 'const-stores', 'data-contracts'].indexOf(net.place))
    last = net.callGas.cached
    if (places.at(-1) !== net.place) places.push(net.place)
  }
  expect(places).toEqual(['code', 'const-stores', 'data-contracts'])
})

test('says when a transaction has not enough gas, and when the table ends', () => {
  const net = estimateNet(table, { inputs: 1_000_000, hidden: 1_000, variant: 'int8' })
  expect(net.fitsTransaction).toBe(false)
  expect(net.beyondGrid).toBe(true)
  expect(estimateNet(table, { inputs: 8, hidden: 8, variant: 'int8' })).toMatchObject({
    fitsTransaction: true,
    beyondGrid: false,
    parameters: 8 * 8 + 8 * 10 + 8 + 10,
  })
})

test('refuses what is no net', () => {
  expect(() => estimateNet(table, { inputs: 0, hidden: 8, variant: 'int8' })).toThrow(RangeError)
  expect(() => estimateNet(table, { inputs: 8, hidden: Number.NaN, variant: 'int8' })).toThrow(RangeError)
  expect(() => estimateNet(table, { inputs: 8, hidden: 8, variant: 'float' })).toThrow("'float'")
})
