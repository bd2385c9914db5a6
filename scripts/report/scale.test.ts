import { expect, test } from 'vitest'
import { publishedFacts } from './facts.ts'
import { CROWDS, QUESTIONS_A_DAY, scale } from './scale.ts'

const facts = publishedFacts()
const input = {
  digits: { txCached: 20_000, callCached: 400, txUncached: 32_000, yul: 6_000_000 },
  million: { txGas: 200_000 },
  proof: { tx: 250_000 },
}

test('a second holds the target divided by what one question takes', () => {
  const { ways, sustained } = scale(input, facts)
  expect(sustained).toBe(Math.floor(facts.sustainedGas.value / 20_000))
  const yul = ways.find(({ id }) => id === 'yul')!
  expect(yul.sustained).toBe(Math.floor(facts.sustainedGas.value / 6_000_000))
  expect(yul.inLimit).toBe(5)
})

test('a crowd takes its questions times their gas, spread over a day', () => {
  const tx = scale(input, facts).ways.find(({ id }) => id === 'tx')!
  const gasPerSecond = (CROWDS[2] * QUESTIONS_A_DAY * 20_000) / 86_400
  expect(tx.shares[2]).toBeCloseTo(gasPerSecond / facts.sustainedGas.value, 2)
  expect(tx.shares[0]! * 1_000).toBeCloseTo(tx.shares[2]!, 2)
})

test('as many people as fill the target take all of it', () => {
  const { peopleWhoFill } = scale(input, facts)
  const taken = (peopleWhoFill.tx * QUESTIONS_A_DAY * 20_000) / 86_400 / facts.sustainedGas.value
  expect(taken).toBeGreaterThan(0.94)
  expect(taken).toBeLessThan(1.06)
})

test('without a Solidity twin there is no such row', () => {
  const { yul: _, ...digits } = input.digits
  expect(scale({ ...input, digits }, facts).ways.map(({ id }) => id)).not.toContain('yul')
})

test('a fact without its source is refused by name', () => {
  const text = JSON.stringify({ facts: { ...facts, floorGwei: { ...facts.floorGwei, source: 'somewhere' } } })
  expect(() => publishedFacts(text)).toThrow(/'floorGwei' needs/)
  expect(() => publishedFacts('{"facts":{}}')).toThrow(/'sustainedGas'/)
})
