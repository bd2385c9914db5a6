import { type Address, type Hex, parseEther } from 'viem'
import { beforeEach, expect, test } from 'vitest'
import { FAKE, openConsumers, word } from './consumer-bench.ts'

const bench = await openConsumers()
const { people, check, claim, send, read } = bench
await bench.activate(bench.net)
const receiver: Address = '0x00000000000000000000000000000000000cafe1'
let vault: Address
let id = 0

const open = (model: Address, hash: Hex, ether = '3') =>
  bench.solidity(
    'AdvanceVault',
    [model, hash, people.reviewer.address, people.custodian.address],
    parseEther(ether),
  )
const next = (amount: string, to = receiver, of = vault) => check(of, ++id, to, amount)
const balance = (address = receiver) => bench.client.getBalance({ address })
const reasonOf = ({ events }: Awaited<ReturnType<typeof claim>>) => Number(events[0]?.args.reason)
const settle = (checkId: Hex, yes: boolean, from = people.reviewer) =>
  send('AdvanceVault', vault, 'settle', [checkId, yes], { from })
const REASON = { none: 0, noAnswer: 1, disagrees: 2, dayIsFull: 3, empty: 4 }

beforeEach(async () => {
  vault = await open(bench.net, bench.netHash)
})

test('the model reads what is claimed: paid at once, and once', async () => {
  const before = await balance()
  const paper = await next('217')
  const done = await claim(vault, paper, 217)
  expect(done.events[0]).toMatchObject({
    name: 'Asked',
    args: { read: 217n, claimed: 217n, reason: REASON.none },
  })
  expect((await balance()) - before).toBe(parseEther('0.217'))
  expect((await claim(vault, paper, 217)).error).toBe('Claimed')
  expect((await settle(paper.checkId, true)).error).toBe('NotInReview')
})

test('it reads something else: a person decides, in either direction, and only that person', async () => {
  const before = await balance()
  const paper = await next('217')
  expect(reasonOf(await claim(vault, paper, 917))).toBe(REASON.disagrees)
  expect(await balance()).toBe(before)
  expect((await settle(paper.checkId, true, people.stranger)).error).toBe('NotReviewer')
  await settle(paper.checkId, true)
  expect((await balance()) - before).toBe(parseEther('0.917'))
  expect((await settle(paper.checkId, true)).error).toBe('NotInReview')
  const other = await next('305')
  await claim(vault, other, 306)
  await settle(other.checkId, false)
  expect((await settle(other.checkId, true)).error).toBe('NotInReview')
  expect((await claim(vault, other, 305)).error).toBe('Claimed')
})

test('what the custodian did not sign is refused: other pixels, another receiver, another vault, another signer', async () => {
  const paper = await next('100')
  const stolen = { ...paper, to: people.stranger.address }
  expect((await claim(vault, stolen, 100)).error).toBe('WrongSignature')
  const redrawn = { ...paper, digits: [bench.picture(9), ...paper.digits.slice(1)] }
  expect((await claim(vault, redrawn, 900)).error).toBe('WrongSignature')
  const forged = await check(vault, ++id, receiver, '100', people.stranger)
  expect((await claim(vault, forged, 100)).error).toBe('WrongSignature')
  expect((await claim(vault, { ...paper, signature: '0x' }, 100)).error).toBe('WrongSignature')
  expect((await claim(vault, { ...paper, signature: `0x${'00'.repeat(65)}` }, 100)).error).toBe(
    'WrongSignature',
  )
  const twin = await open(bench.net, bench.netHash)
  expect((await claim(twin, paper, 100)).error).toBe('WrongSignature')
})

test('the number of digits is fixed, so the number of questions is', async () => {
  const paper = await next('1234')
  expect((await claim(vault, paper, 1234)).error).toBe('WrongCount')
  const none = await next('')
  expect((await claim(vault, none, 0)).error).toBe('WrongCount')
})

test('a day pays at most its limit without a person; the next day pays again', async () => {
  await claim(vault, await next('900'), 900)
  const late = await next('217')
  expect(reasonOf(await claim(vault, late, 217))).toBe(REASON.dayIsFull)
  await bench.test.increaseTime({ seconds: 86_400 })
  await bench.test.mine({ blocks: 1 })
  expect(reasonOf(await claim(vault, await next('217'), 217))).toBe(REASON.none)
})

test('an empty vault writes it down for later', async () => {
  vault = await open(bench.net, bench.netHash, '0.1')
  const paper = await next('217')
  expect(reasonOf(await claim(vault, paper, 217))).toBe(REASON.empty)
  expect((await settle(paper.checkId, true)).error).toBe('NotPaid')
})

test.each([
  ['reverts', FAKE.reverts, '0x' as Hex],
  ['takes all gas', FAKE.burns, '0x' as Hex],
  ['answers a label that does not exist', FAKE.returns, word(10)],
  ['answers a book', FAKE.bomb, word(20_000)],
])('a model that %s: nothing is paid, a person can', async (_, mode, answer) => {
  // Its hash fits when the vault is made; what it does later is another matter.
  const model = await bench.fake(mode, answer)
  const hash = (await read('FakeModel', model, 'modelHash')) as Hex
  vault = await open(model, hash)
  const before = await balance()
  const paper = await next('217')
  const done = await claim(vault, paper, 217)
  expect(reasonOf(done)).toBe(REASON.noAnswer)
  // One budget at most, although there are three digits.
  expect(done.gas).toBeLessThan(350_000)
  expect(await balance()).toBe(before)
  await settle(paper.checkId, true)
  expect((await balance()) - before).toBe(parseEther('0.217'))
})

test('pictures that the model refuses go to a person', async () => {
  const paper = await next('217')
  const digits = ['0x00' as Hex, ...paper.digits.slice(1)]
  const signature = await bench.sign(vault, paper.checkId, receiver, digits)
  expect(reasonOf(await claim(vault, { ...paper, digits, signature }, 217))).toBe(REASON.noAnswer)
})

test('nobody sends a claim to review by sending little gas', async () => {
  const paper = await next('217')
  expect((await claim(vault, paper, 217, { gas: 200_000n })).error).toBe('NotEnoughGas')
  expect(reasonOf(await claim(vault, paper, 217))).toBe(REASON.none)
})

test('another model is refused when the vault is made', async () => {
  await expect(open(bench.net, word(7))).rejects.toThrow()
})

test('a year later the model has expired: claims go to the person, and pay again after an activation', async () => {
  await bench.test.increaseTime({ seconds: 365 * 86_400 + 3_600 })
  await bench.test.mine({ blocks: 1 })
  expect(reasonOf(await claim(vault, await next('217'), 217))).toBe(REASON.noAnswer)
  await bench.activate(bench.net)
  expect(reasonOf(await claim(vault, await next('217'), 217))).toBe(REASON.none)
})
