/** What has to hold of lab 9's minds after any sequence of transactions by anybody, breeding and refused calls included. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDevnode } from '@inkling/devnode'
import { stylusDevChain as chain, devnodeTransport } from '@inkling/devnode/viem'
import { ARB_WASM, arbWasmAbi, deployInitCode } from '@inkling/lab/chain'
import fc from 'fast-check'
import {
  type Abi,
  type Address,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  parseAbi,
  parseEther,
  publicActions,
  toHex,
  zeroAddress,
} from 'viem'
import { expect, test } from 'vitest'
import lab from '../../../labs/09-mind-nft/lab.ts'
import { folder } from './list.ts'

const abi = parseAbi(lab.contract!.abi) as Abi
/** `INKLING_MIND_CODE` names another file: a contract broken on purpose, to see this test fail. */
const file = process.env.INKLING_MIND_CODE ?? join(folder, '09-mind-nft.code')

type Call = { from: number; fn: string; args: unknown[] }
interface State {
  owners: Address[]
  approved: Address[]
  dnas: Hex[]
  balances: bigint[]
}

async function open() {
  const transport = devnodeTransport(await createDevnode({ strict: true }))
  const client = createWalletClient({ chain, transport, pollingInterval: 1, cacheTime: 0 }).extend(
    publicActions,
  )
  const people = (await client.getAddresses()).slice(0, 3)
  const send = async (from: Address, tx: { to?: Address; data: Hex; value?: bigint }) =>
    client.waitForTransactionReceipt({
      hash: await client.sendTransaction({ ...tx, account: from, gas: 30_000_000n }),
    })
  const init = deployInitCode(new Uint8Array(readFileSync(file)))
  const deploy = async () => (await send(people[0]!, { data: init })).contractAddress!
  const args = [await deploy()] as const
  const data = encodeFunctionData({ abi: arbWasmAbi, functionName: 'activateProgram', args })
  await send(people[0]!, { to: ARB_WASM, data, value: parseEther('1') })
  return { client, people, send, deploy }
}

const who = fc.integer({ min: 0, max: 2 })
const token = fc.integer({ min: 0, max: 4 })
const calls = fc.oneof(
  // Few different minds, so that the same is asked for twice.
  fc.record({ from: who, fn: fc.constant('mint'), args: fc.tuple(fc.integer({ min: 0, max: 5 })) }),
  fc.record({ from: who, fn: fc.constant('breed'), args: fc.tuple(token, token) }),
  fc.record({ from: who, fn: fc.constant('breed'), args: fc.tuple(token, token) }),
  fc.record({
    from: who,
    fn: fc.constantFrom('transferFrom', 'safeTransferFrom'),
    args: fc.tuple(who, who, token),
  }),
  fc.record({ from: who, fn: fc.constant('approve'), args: fc.tuple(who, token) }),
  fc.record({ from: who, fn: fc.constant('setApprovalForAll'), args: fc.tuple(who, fc.boolean()) }),
) as fc.Arbitrary<Call>
/** Everybody has a mind to begin with. */
const stories = fc
  .array(calls, { minLength: 12, maxLength: 16, size: 'max' })
  .map((rest) => [...[0, 1, 2].map((from): Call => ({ from, fn: 'mint', args: [from] })), ...rest])

test('whatever is called, by whomever, the promises of a token hold', async () => {
  const { client, people, send, deploy } = await open()

  async function play(story: readonly Call[]) {
    const address = await deploy()
    const ask = (functionName: string, args: unknown[] = []) =>
      client.readContract({ address, abi, functionName, args })
    const look = async (): Promise<State> => {
      const ids = Array.from({ length: Number(await ask('totalSupply')) }, (_, id) => id)
      const each = (fn: string, of: readonly unknown[]) => Promise.all(of.map((one) => ask(fn, [one])))
      return {
        owners: (await each('ownerOf', ids)) as Address[],
        approved: (await each('getApproved', ids)) as Address[],
        dnas: (await each('dnaOf', ids)) as Hex[],
        balances: (await each('balanceOf', people)) as bigint[],
      }
    }
    let before = await look()
    for (const { from, fn, args } of story) {
      const sender = people[from]!
      const words = addressed(fn, args, people)
      const data = encodeFunctionData({ abi, functionName: fn, args: words } as never)
      const operated = await Promise.all(
        before.owners.map(
          async (owner) => owner === sender || (await ask('isApprovedForAll', [owner, sender])),
        ),
      )
      const { status } = await send(sender, { to: address, data })
      const after = await look()
      const what = `${fn}(${words.join(', ')}) by ${sender}`
      if (status === 'reverted') expect(after, `${what} was refused`).toEqual(before)
      holds(before, after, { fn, words, sender, operated }, what)
      before = after
    }
  }

  /** The invariants, of each state and of each step. */
  function holds(before: State, after: State, call: Step, what: string) {
    const { owners, dnas, balances, approved } = after
    expect(new Set(dnas).size, `${what}: two minds are the same`).toBe(dnas.length)
    expect(dnas.slice(0, before.dnas.length), `${what}: a mind changed`).toEqual(before.dnas)
    expect(owners, `${what}: a mind without owner`).not.toContain(zeroAddress)
    for (const [i, person] of people.entries())
      expect(balances[i], `${what}: the balance of ${person}`).toBe(
        BigInt(owners.filter((owner) => owner === person).length),
      )
    for (const [id, owner] of before.owners.entries()) {
      if (owners[id] === owner) continue
      expect(call.fn, `${what} moved mind ${id}`).toMatch(/ransferFrom$/)
      expect(Number(call.words[2]), `${what} moved mind ${id}`).toBe(id)
      expect(call.operated[id] || before.approved[id] === call.sender, `${what}: by nobody's leave`).toBe(
        true,
      )
      expect(owners[id], `${what}: to somebody else`).toBe(call.words[1])
      expect(approved[id], `${what}: who was approved still is`).toBe(zeroAddress)
    }
    if (owners.length === before.owners.length) return
    expect(owners.length, `${what}: how many are new`).toBe(before.owners.length + 1)
    expect(owners.at(-1), `${what}: whose is the new one`).toBe(call.sender)
    expect(call.fn, `${what} made a mind`).toMatch(/^(mint|breed)$/)
    if (call.fn === 'breed')
      for (const id of call.words as number[])
        expect(call.operated[id], `${what}: ${id} is another's`).toBe(true)
  }

  await fc.assert(fc.asyncProperty(stories, play), { seed: 9, numRuns: 8, endOnFailure: true })
})

interface Step {
  fn: string
  words: unknown[]
  sender: Address
  /** Of each mind: whether the sender owns it or operates for who does. */
  operated: unknown[]
}

/** Numbers of people as their addresses, of minds as DNA. */
function addressed(fn: string, args: unknown[], people: readonly Address[]): unknown[] {
  const at = (index: unknown) => people[index as number]!
  if (fn === 'mint')
    return [toHex(Uint8Array.from({ length: 32 }, (_, i) => 37 * (Number(args[0]) + 1) + 11 * i))]
  if (fn.endsWith('ransferFrom')) return [at(args[0]), at(args[1]), args[2]]
  if (fn === 'approve' || fn === 'setApprovalForAll') return [at(args[0]), args[1]]
  return args
}
