import { type Address, type Hex, parseAbi } from 'viem'
import { expect, test } from 'vitest'
import { errorName, FAKE, OUTCOMES, openConsumers, twoWords, word } from './consumer-bench.ts'

const SHOP: Hex = '0x020202020201010200'
const FRAUD: Hex = '0x000000010101020000'
const BUDGET = 100_000n
const askModelAbi = parseAbi(['error NotEnoughGas(uint256 needed, uint256 left)'])
const EMPTY: Address = '0x000000000000000000000000000000000000beef'

const bench = await openConsumers()
const meter = await bench.solidity('Meter')

/** What `AskModel` makes of a model, and what that took. */
async function ask(model: Address, input: Hex = SHOP, gas = 20_000_000n) {
  const { abi } = bench.contracts.Meter!
  const answer = await bench.call(abi, meter, 'carefully', [model, BUDGET, 2n, input], gas)
  const [outcome, label, used] = answer as [number, number, bigint]
  return { outcome: OUTCOMES[outcome], label, gas: Number(used) }
}

test('an answer comes through, for a contract that is active', async () => {
  expect(await ask(bench.contract)).toMatchObject({ outcome: 'Failed' })
  await bench.activate(bench.contract)
  expect(await ask(bench.contract)).toMatchObject({ outcome: 'Answered', label: 0 })
  expect(await ask(bench.contract, FRAUD)).toMatchObject({ outcome: 'Answered', label: 1 })
  // The model's own errors, and a function the contract doesn't have.
  expect(await ask(bench.contract, '0x0202')).toMatchObject({ outcome: 'Failed' })
  expect(await ask(bench.contract, '0x090202020201010200')).toMatchObject({ outcome: 'Failed' })
  expect(await ask(meter)).toMatchObject({ outcome: 'Failed' })
})

test.each([
  ['no code', undefined, 'NoCode'],
  ['a revert', [FAKE.reverts, '0x1234'], 'Failed'],
  ['gas that never ends', [FAKE.burns, '0x'], 'Failed'],
  ['nothing', [FAKE.returns, '0x'], 'Garbage'],
  ['31 bytes', [FAKE.returns, `0x${'00'.repeat(31)}`], 'Garbage'],
  ['two words', [FAKE.returns, twoWords], 'Garbage'],
  ['a label that does not exist', [FAKE.returns, word(2)], 'Garbage'],
  ['a number that is no uint8', [FAKE.returns, word(256)], 'Garbage'],
  ['a number that looks negative', [FAKE.returns, word((1n << 256n) - 1n)], 'Garbage'],
  ['more than anybody wants to copy', [FAKE.bomb, word(200_000)], 'Failed'],
  ['as much as the budget buys', [FAKE.bomb, word(20_000)], 'Garbage'],
] as const)('%s is no answer, and costs at most the budget', async (_, fake, outcome) => {
  const model = fake === undefined ? EMPTY : await bench.fake(fake[0], fake[1] as Hex)
  const asked = await ask(model)
  expect(asked).toMatchObject({ outcome, label: 0 })
  expect(asked.gas).toBeLessThan(Number(BUDGET) + 5_000)
})

test('the last label counts, the next one does not', async () => {
  expect(await ask(await bench.fake(FAKE.returns, word(1)))).toMatchObject({ outcome: 'Answered', label: 1 })
})

test('a question with too little gas is an error, not an answer', async () => {
  const refused = await ask(bench.contract, SHOP, 180_000n).catch((error: unknown) => error)
  expect(errorName(refused, askModelAbi)).toBe('NotEnoughGas')
  expect(await ask(bench.contract, SHOP, 250_000n)).toMatchObject({ outcome: 'Answered' })
})

test('a year later it has expired: the budget is gone, and the answer comes back after an activation', async () => {
  await bench.test.increaseTime({ seconds: 365 * 86_400 + 3_600 })
  await bench.test.mine({ blocks: 1 })
  const expired = await ask(bench.contract)
  expect(expired.outcome).toBe('Failed')
  expect(expired.gas).toBeGreaterThan(Number(BUDGET))
  await bench.activate(bench.contract)
  expect(await ask(bench.contract)).toMatchObject({ outcome: 'Answered', label: 0 })
})
