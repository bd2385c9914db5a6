import { expect, test } from 'vitest'
import { programSteps } from '../test/vectors.ts'
import { decompressProgram } from './brotli.ts'
import { dataFee, FRESH_DATA_PRICER } from './dataFee.ts'
import { inspect } from './inspect.ts'

test('the first activation of a fresh chain costs what nitro took', () => {
  const first = programSteps('activate').find((s) => 'dataFee' in s.step.expect)!
  const { estimate } = inspect(decompressProgram(first.code), { arbos: 51, debug: true })
  expect(dataFee(FRESH_DATA_PRICER, estimate.asm, 1_750_000_000).fee).toBe(
    BigInt((first.step.expect as { dataFee: string }).dataFee),
  )
})

test('the worked example of the notes', () => {
  expect(dataFee(FRESH_DATA_PRICER, 514189, 1_750_000_000).fee).toBe(43_672_675_108_907n)
})

test('demand raises the price, time lowers it', () => {
  const a = dataFee(FRESH_DATA_PRICER, 1_000_000, 1_750_000_000)
  const soon = dataFee(a.pricer, 1_000_000, 1_750_000_001)
  const later = dataFee(soon.pricer, 1_000_000, 1_750_003_600)
  expect(soon.pricer.demand).toBe(2_000_000 - 34865)
  expect(soon.fee > a.fee).toBe(true)
  expect(later.fee).toBe(a.fee)
})

test('an absurd size saturates and a clock that runs backwards does no harm', () => {
  const full = dataFee({ demand: 0xffffffff, lastUpdate: 2_000_000_000 }, 0xffffffff, 1_750_000_000)
  expect(full.pricer.demand).toBe(0xffffffff)
  expect(full.fee).toBe(2n ** 64n - 1n)
})
