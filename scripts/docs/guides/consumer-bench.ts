import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Abi,
  type Address,
  BaseError,
  concatHex,
  decodeErrorResult,
  decodeEventLog,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  pad,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { TEST_PRIVATE_KEYS } from '../../../packages/devnode/src/constants.ts'
import { loadModel } from '../../../packages/model/src/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { openBench } from './solidity.ts'

/** Modes of `FakeModel.sol`, in its order. */
export const FAKE = { returns: 0, reverts: 1, burns: 2, bomb: 3 } as const
/** Outcomes of `AskModel.sol`, in its order. */
export const OUTCOMES = ['Answered', 'NoCode', 'Failed', 'Garbage'] as const

/** What a transaction did: its gas, its events by name, or the Solidity error it would revert with. */
export interface Sent {
  gas: number
  events: { name: string; args: Record<string, unknown> }[]
  error?: string
}

const lab5 = join(root, 'labs', '05-int8-mlp', 'data')

/** Lab 5's net on chain, its digits, and people who call contracts. */
export async function openConsumers() {
  const bench = await openBench()
  const { client, wallet, contracts } = bench
  const [custodian, reviewer, stranger, memberA, memberB, memberC] = TEST_PRIVATE_KEYS.map((key) =>
    privateKeyToAccount(key),
  )
  const people = {
    custodian: custodian!,
    reviewer: reviewer!,
    stranger: stranger!,
    members: [memberA!, memberB!, memberC!],
  }
  const net = await bench.program(
    new Uint8Array(readFileSync(join(root, 'docs', 'data', 'programs', '05-int8-mlp.code'))),
  )
  const netHash: Hex = `0x${loadModel(readFileSync(join(lab5, 'model-14x14.json'), 'utf8')).sha256}`
  const vectors = JSON.parse(readFileSync(join(lab5, 'model-14x14.vectors.json'), 'utf8')) as {
    input: Hex[]
    label: number[]
  }
  /** A picture that the net reads as this digit. */
  const picture = (digit: number): Hex => vectors.input[vectors.label.indexOf(digit)]!
  const send = async (
    contract: string,
    to: Address,
    functionName: string,
    args: unknown[],
    options: { from?: typeof people.stranger; gas?: bigint } = {},
  ): Promise<Sent> => {
    const { abi } = contracts[contract]!
    const account = options.from ?? wallet.account!
    const data = encodeFunctionData({ abi, functionName, args })
    const gas = options.gas ?? 20_000_000n
    try {
      await client.call({ account, to, data, gas })
    } catch (error) {
      return { gas: 0, events: [], error: errorName(error, abi) }
    }
    const hash = await wallet.sendTransaction({ account, to, data, gas, chain: wallet.chain })
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success')
      throw new Error(`${functionName}: the call passed, its transaction did not`)
    return {
      gas: Number(receipt.gasUsed),
      events: receipt.logs.map((log) => {
        const decoded: unknown = decodeEventLog({ abi, data: log.data, topics: log.topics })
        const { eventName: name, args } = decoded as { eventName: string; args: Record<string, unknown> }
        return { name, args }
      }),
    }
  }
  const read = (contract: string, to: Address, functionName: string, args: unknown[] = []) =>
    bench.call(contracts[contract]!.abi, to, functionName, args)
  /** A check as the custodian signs it. */
  const check = async (
    vault: Address,
    id: number,
    to: Address,
    amount: string,
    signer = people.custodian,
  ) => {
    const checkId = pad(toHex(id), { size: 32 })
    const digits = [...amount].map((digit) => picture(Number(digit)))
    return { checkId, to, digits, signature: await sign(vault, checkId, to, digits, signer) }
  }
  const sign = async (
    vault: Address,
    checkId: Hex,
    to: Address,
    digits: Hex[],
    signer = people.custodian,
  ) => {
    // The message is hashed with its prefix in the contract; signing the digest itself gives the same.
    const digest = (await read('AdvanceVault', vault, 'statement', [checkId, to, digits])) as Hex
    return await signer.sign({ hash: digest })
  }
  /** A stranger brings it in. */
  const claim = (
    vault: Address,
    { checkId, to, digits, signature }: Awaited<ReturnType<typeof check>>,
    amount: bigint | number,
    options: { from?: typeof people.stranger; gas?: bigint } = {},
  ) =>
    send('AdvanceVault', vault, 'request', [checkId, to, BigInt(amount), digits, signature], {
      from: people.stranger,
      ...options,
    })
  const fake = (mode: number, answer: Hex) => bench.solidity('FakeModel', [mode, answer])
  return { ...bench, people, net, netHash, picture, send, read, check, sign, claim, fake }
}

/** One ABI word. */
export const word = (value: number | bigint): Hex =>
  encodeAbiParameters([{ type: 'uint256' }], [BigInt(value)])

/** Two words where one is expected. */
export const twoWords: Hex = concatHex([word(1), word(2)])

/** Name of the Solidity error that a call reverts with; else what the node says. */
export function errorName(error: unknown, abi: Abi): string {
  if (!(error instanceof BaseError)) throw error
  const found = error.walk((e) => typeof (e as { data?: unknown }).data === 'string') as { data?: Hex } | null
  if (!found?.data) return error.shortMessage
  return decodeErrorResult({ abi, data: found.data }).errorName
}
