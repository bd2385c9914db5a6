import { describe, expect, test } from 'vitest'
import { estimateNet } from '../../docs/.vitepress/theme/calculator/estimate-net.ts'
import { VARIANTS, type Variant } from './calculator-net.ts'
import { compilerCosts, type Place } from './cost-table.ts'
import { costTable } from './derive.ts'

const table = costTable()
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
