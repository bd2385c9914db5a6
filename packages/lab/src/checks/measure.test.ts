import { expect, test } from 'vitest'
import type { CallOutcome, DeployedContract } from '../types.ts'
import { dearestCall, measureDearest, recordInk } from './measure.ts'

const contract = { code: new Uint8Array(123) } as DeployedContract

/** A context whose calls give these outcomes in turn, and what is recorded in it. */
function fake(outcomes: CallOutcome[]) {
  const recorded: unknown[][] = []
  const asked: unknown[][] = []
  const left = [...outcomes]
  return {
    recorded,
    asked,
    call: async (_: DeployedContract, fn: string, args: readonly unknown[] = []) => {
      asked.push([fn, ...args])
      return left.shift() as CallOutcome
    },
    metric: (...args: unknown[]) => void recorded.push(args),
  }
}

const profile = (instructions: number, hostCalls: Record<string, number>) => ({
  base: 21_000,
  calldata: 0,
  entry: 0,
  pages: 0,
  instructions,
  hostCalls,
})

test('the call with most ink is recorded, not the one with most gas', async () => {
  const ctx = fake([
    { gas: 9n, ink: 10n, profile: profile(8, { read_args: 2 }) },
    { gas: 5n, ink: 40n, profile: profile(30, { read_args: 4, write_result: 6 }) },
    { gas: 7n, ink: 40n },
  ])
  const worst = await measureDearest(ctx, contract, 'classify', ['0x01', '0x02', '0x03'])
  expect(worst.gas).toBe(5n)
  expect(ctx.asked).toEqual([
    ['classify', '0x01'],
    ['classify', '0x02'],
    ['classify', '0x03'],
  ])
  expect(ctx.recorded).toEqual([
    ['ink.classify', 40, 'ink', { instructions: 30, hostCalls: 10 }],
    ['gas.classify', 5, 'gas'],
    ['bytes.code', 123, 'bytes'],
  ])
})

test('where no ink is known, gas decides and no ink is recorded', async () => {
  const ctx = fake([{ gas: 5n }, { gas: 9n }])
  await measureDearest(ctx, contract, 'classify', ['0x01', '0x02'])
  expect(ctx.recorded).toEqual([
    ['gas.classify', 9, 'gas'],
    ['bytes.code', 123, 'bytes'],
  ])
})

test('ink without a profile has no parts; an empty corpus is an error of the check', async () => {
  const ctx = fake([])
  recordInk(ctx, 'bestMove', { gas: 1n, ink: 3n })
  expect(ctx.recorded).toEqual([['ink.bestMove', 3, 'ink', undefined]])
  await expect(dearestCall(ctx, contract, 'classify', [])).rejects.toThrow('no calls to measure')
})
