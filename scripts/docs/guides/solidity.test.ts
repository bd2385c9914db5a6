import { type Abi, BaseError, decodeErrorResult, type Hex } from 'viem'
import { expect, test } from 'vitest'
import { runNode } from '../../test-steps/run-tool.ts'
import { openBench } from './solidity.ts'

/** Sites of lab 0, packed: one that the tree calls safe, one that it calls phishing. */
const SHOP: Hex = '0x020202020201010200'
const FAKE: Hex = '0x000000010101020000'

const bench = await openBench()
const { ask, allows, solidity, contract, kernel, modelHash, kernelHash } = bench

/** Name of the Solidity error that a call or deployment reverts with. */
async function revertOf(contract: string, call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof BaseError)) throw new Error(`it did not revert: ${error}`)
  const { data } = error.walk((e) => typeof (e as { data?: unknown }).data === 'string') as { data?: Hex }
  return decodeErrorResult({ abi: bench.contracts[contract]!.abi as Abi, data: data! }).errorName
}

test('before its activation nobody gets an answer, and a budget is all that is lost', async () => {
  for (const [how, target] of [
    ['asContract', contract],
    ['asKernel', kernel],
  ] as const) {
    const asked = await ask(how, target, SHOP)
    expect(asked.ok).toBe(false)
    expect(asked.gas).toBeGreaterThan(30_000)
    expect(asked.gas).toBeLessThan(40_000)
    expect((await ask(how, target, SHOP, 32_000_000n)).gas).toBeGreaterThan(30_000_000)
  }
  // The guard asks the model for its hash when it is made.
  await expect(solidity('SiteGuard', [contract, modelHash])).rejects.toThrow()
})

test('both guards sign for the shop, refuse the fake, and refuse where there is no answer', async () => {
  await bench.activate(contract)
  await bench.activate(kernel)
  const guards = [
    await solidity('SiteGuard', [contract, modelHash]),
    await solidity('RawSiteGuard', [kernel, kernelHash]),
  ]
  for (const guard of guards) {
    expect(await allows(guard, SHOP)).toBe(true)
    expect(await allows(guard, FAKE)).toBe(false)
    expect(await allows(guard, '0x0202')).toBe(false)
    expect(await allows(guard, '0x090202020201010200')).toBe(false)
  }
})

test('nobody can choose the fallback by sending little gas', async () => {
  const guard = await solidity('SiteGuard', [contract, modelHash])
  // Enough for the call itself, less than the model's budget.
  await expect(allows(guard, SHOP, 60_000n)).resolves.toBe(true)
  expect(await revertOf('SiteGuard', allows(guard, SHOP, 50_000n))).toBe('NotEnoughGas')
})

test('guards refuse another model, and another code', async () => {
  const other: Hex = `0x${'ab'.repeat(32)}`
  expect(await revertOf('SiteGuard', solidity('SiteGuard', [contract, other]))).toBe('WrongModel')
  expect(await revertOf('RawSiteGuard', solidity('RawSiteGuard', [kernel, modelHash]))).toBe('WrongCode')
})

test('an answer says the same through both doors, and is cheaper in the cache', async () => {
  const before = {
    contract: await ask('asContract', contract, FAKE),
    kernel: await ask('asKernel', kernel, FAKE),
  }
  expect(before.contract).toMatchObject({ ok: true, label: 1 })
  expect(before.kernel).toMatchObject({ ok: true, label: 1 })
  expect(before.kernel.gas).toBeLessThan(before.contract.gas)
  await bench.cache(contract)
  await bench.cache(kernel)
  expect((await ask('asContract', contract, FAKE)).gas).toBeLessThan(before.contract.gas)
  expect((await ask('asKernel', kernel, FAKE)).gas).toBeLessThan(before.kernel.gas)
})

test('an address without code is no kernel, although a call of it succeeds', async () => {
  const empty = '0x000000000000000000000000000000000000beef'
  expect(await ask('asKernel', empty, SHOP)).toMatchObject({ ok: false })
  // A high-level call reverts in the caller: no `catch` sees it.
  await expect(ask('asContract', empty, SHOP)).rejects.toThrow()
})

test('the script of the guide runs', async () => {
  const { code, stdout } = await runNode('docs/examples/solidity/run.ts', [])
  expect(code).toBe(0)
  expect(
    stdout
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(/ {2,}/).at(-1)),
  ).toEqual([expect.stringMatching(/sign$/), 'refuse', 'refuse'])
})
