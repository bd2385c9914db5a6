import { type Address, type Hex, keccak256, toHex } from 'viem'
import { beforeEach, expect, test } from 'vitest'
import { FAKE, openConsumers, word } from './consumer-bench.ts'

const SHOP: Hex = '0x020202020201010200'
const FRAUD: Hex = '0x000000010101020000'
const DAY = 86_400
const ADVICE = { none: 0, safe: 1, fraud: 2 }

const bench = await openConsumers()
const { people, send, read } = bench
const [a, b, c] = people.members as [
  (typeof people.members)[0],
  (typeof people.members)[0],
  (typeof people.members)[0],
]
const guardian = people.reviewer
await bench.activate(bench.contract)
let governor: Address

const open = (model: Address, hash: Hex) =>
  bench.solidity('SiteGovernor', [
    model,
    hash,
    guardian.address,
    people.members.map(({ address }) => address),
  ])
const site = (name: string) => keccak256(toHex(name))
const propose = (features: Hex, from = a) =>
  send('SiteGovernor', governor, 'propose', [site('shop'), features], { from })
const vote = (yes: boolean, from: typeof a, id = 0n) =>
  send('SiteGovernor', governor, 'vote', [id, yes], { from })
const execute = (id = 0n) => send('SiteGovernor', governor, 'execute', [id], { from: people.stranger })
const overrule = (advice: number, reason = 'looked at it', from = guardian) =>
  send('SiteGovernor', governor, 'overrule', [0n, advice, reason], { from })
const adviceOf = async () => (await read('SiteGovernor', governor, 'adviceOf', [0n])) as [number, boolean]
const allowed = () => read('SiteGovernor', governor, 'allowed', [site('shop')])
const pass = async (seconds: number) => {
  await bench.test.increaseTime({ seconds })
  await bench.test.mine({ blocks: 1 })
}

beforeEach(async () => {
  governor = await open(bench.contract, bench.modelHash)
})

test('advised safe, voted for: takes effect after the short wait', async () => {
  const { events } = await propose(SHOP)
  expect(events.map(({ name }) => name)).toEqual(['Proposed', 'Advised'])
  expect(events[1]!.args).toMatchObject({ advice: ADVICE.safe, modelHash: bench.modelHash })
  await vote(true, a)
  await vote(true, b)
  expect((await execute()).error).toBe('NotYet')
  await pass(4 * DAY - 60)
  expect((await execute()).error).toBe('NotYet')
  await pass(120)
  expect((await execute()).error).toBeUndefined()
  expect(await allowed()).toBe(true)
  expect((await execute()).error).toBe('AlreadyExecuted')
})

test('advice does not decide: safe and voted down, fraud and voted for', async () => {
  await propose(SHOP)
  await vote(true, a)
  await vote(false, b)
  await vote(false, c)
  await pass(5 * DAY)
  expect((await execute()).error).toBe('NotPassed')
  governor = await open(bench.contract, bench.modelHash)
  await propose(FRAUD)
  expect(await adviceOf()).toEqual([ADVICE.fraud, false])
  await vote(true, a)
  await vote(true, b)
  await pass(5 * DAY)
  expect((await execute()).error).toBe('NotYet')
  await pass(5 * DAY + 60)
  expect((await execute()).error).toBeUndefined()
  expect(await allowed()).toBe(true)
})

test('a person sets the advice aside, in both directions, with a reason, and decides no vote', async () => {
  await propose(FRAUD)
  expect((await overrule(ADVICE.safe, 'I know them', people.stranger)).error).toBe('NotGuardian')
  expect((await overrule(ADVICE.safe, '')).error).toBe('ReasonMissing')
  const { events } = await overrule(ADVICE.safe, 'the domain is old, the model saw a new host')
  expect(events[0]!.args).toMatchObject({ from: ADVICE.fraud, to: ADVICE.safe })
  expect(await adviceOf()).toEqual([ADVICE.safe, true])
  await pass(5 * DAY)
  // Nobody has voted.
  expect((await execute()).error).toBe('NotPassed')

  governor = await open(bench.contract, bench.modelHash)
  await propose(SHOP)
  await vote(true, a)
  await vote(true, b)
  await overrule(ADVICE.fraud)
  await pass(5 * DAY)
  expect((await execute()).error).toBe('NotYet')
  await pass(6 * DAY)
  await execute()
  expect((await overrule(ADVICE.none)).error).toBe('AlreadyExecuted')
})

test.each([
  ['reverts', FAKE.reverts, '0x' as Hex],
  ['takes all gas', FAKE.burns, '0x' as Hex],
  ['answers garbage', FAKE.returns, word(2)],
])('a model that %s: no advice, the long wait, and the vote still counts', async (_, mode, answer) => {
  const model = await bench.fake(mode, answer)
  governor = await open(model, (await read('FakeModel', model, 'modelHash')) as Hex)
  await propose(SHOP)
  expect(await adviceOf()).toEqual([ADVICE.none, false])
  await vote(true, a)
  await vote(true, c)
  await pass(5 * DAY)
  expect((await execute()).error).toBe('NotYet')
  await pass(6 * DAY)
  expect((await execute()).error).toBeUndefined()
})

test('a model that comes back can be asked again, until there is advice', async () => {
  const model = await bench.fake(FAKE.reverts, '0x')
  governor = await open(model, (await read('FakeModel', model, 'modelHash')) as Hex)
  await propose(SHOP)
  await send('FakeModel', model, 'set', [FAKE.returns, word(0)])
  const again = () => send('SiteGovernor', governor, 'askAgain', [0n], { from: people.stranger })
  expect((await again()).events[0]!.args).toMatchObject({ advice: ADVICE.safe })
  expect((await again()).error).toBe('AdvisedAlready')
})

test('asking again does not undo a person', async () => {
  const model = await bench.fake(FAKE.reverts, '0x')
  governor = await open(model, (await read('FakeModel', model, 'modelHash')) as Hex)
  await propose(SHOP)
  await overrule(ADVICE.none, 'the model is being exchanged')
  await send('FakeModel', model, 'set', [FAKE.returns, word(0)])
  expect((await send('SiteGovernor', governor, 'askAgain', [0n])).error).toBe('AdvisedAlready')
})

test('who is no member neither proposes nor votes; one vote each, in time, on what exists', async () => {
  expect((await propose(SHOP, people.stranger)).error).toBe('NotMember')
  await propose(SHOP)
  expect((await vote(true, people.stranger)).error).toBe('NotMember')
  await vote(true, a)
  expect((await vote(true, a)).error).toBe('AlreadyVoted')
  expect((await vote(true, a, 1n)).error).toBe('UnknownProposal')
  expect((await execute(1n)).error).toBe('UnknownProposal')
  await pass(3 * DAY)
  expect((await vote(true, b)).error).toBe('VotingOver')
  await pass(5 * DAY)
  expect((await execute()).error).toBe('NotPassed')
})

test('a proposer chooses no fallback by sending little gas', async () => {
  const data = [site('shop'), SHOP]
  expect((await send('SiteGovernor', governor, 'propose', data, { from: a, gas: 250_000n })).error).toBe(
    'NotEnoughGas',
  )
  expect((await propose(SHOP)).events[1]!.args).toMatchObject({ advice: ADVICE.safe })
})

test('a year later the model has expired: proposals go the long way', async () => {
  await pass(366 * DAY)
  await propose(SHOP)
  expect(await adviceOf()).toEqual([ADVICE.none, false])
})
