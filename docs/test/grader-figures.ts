import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeFunctionData, type Hex } from 'viem'
import { CALL_GAS, callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { sendTransaction } from '../../packages/lab/src/engine/send.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import type { CallOutcome, DeployedContract } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { cacheProgram } from '../../scripts/docs/contract-figures.ts'

const ws = workspace()
const engine = openEngine({ kind: 'embedded' })

/** The bytes that the page deploys. */
export function programCode(name: string): Uint8Array {
  const own = join(ws.root, 'docs/data/programs', `${name}.code`)
  const first = join(ws.labs, '00-first-light/prebuilt/first-light.code')
  return new Uint8Array(readFileSync(name === 'first-light' ? first : own))
}

export interface GraderContract {
  /** A call by its calldata, as `lab check` makes it: gas by the grader's probe, ink by the node's profile. */
  repeat(data: Hex, from?: Hex): Promise<CallOutcome>
  send(fn: string, args: readonly unknown[]): Promise<void>
  address: Hex
}

/** A program of the site beside another one, such as lab 9's name service: deployed and active. */
export async function graderAddress(program: string): Promise<Hex> {
  const open = await engine
  const address = await deployCode(open, programCode(program))
  await activate(open, address)
  return address
}

/** A plain transaction on the grader's chain. */
export async function graderSends(call: { to: Hex; data: Hex }): Promise<void> {
  const { walletClient, publicClient } = await engine
  const hash = await walletClient.sendTransaction({
    ...call,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  await publicClient.waitForTransactionReceipt({ hash })
}

/** One of the site's programs on an engine of the grader. */
export async function graderContract(lab: string, program: string): Promise<GraderContract> {
  const open = await engine
  const manifest = await loadManifest(ws, join(ws.labs, lab))
  const abi = labAbi(manifest, 'plain')
  const code = programCode(program)
  const address = await deployCode(open, code)
  await activate(open, address)
  const contract = { address, abi, build: 'plain', code } as DeployedContract
  return {
    address,
    async repeat(data, from) {
      const { functionName, args } = decodeFunctionData({ abi, data })
      return callContract(open, contract, functionName, (args ?? []) as unknown[], { profile: true, from })
    },
    async send(fn, args) {
      const { status } = await sendTransaction(open, contract, fn, args)
      if (status !== 'success') throw new Error(`${fn} failed`)
    },
  }
}

/**
 * A program on a chain of its own, at its first address and in its cache: where a page has it that has opened nothing
 * else. What is bound to a contract's address, such as a proof, holds here too.
 */
export async function firstContract(lab: string, program: string) {
  const open = await openEngine({ kind: 'embedded' })
  const manifest = await loadManifest(ws, join(ws.labs, lab))
  const abi = labAbi(manifest, 'plain')
  const code = programCode(program)
  const address = await deployCode(open, code)
  await activate(open, address)
  const contract = { address, abi, build: 'plain', code } as DeployedContract
  await cacheProgram(open, contract)
  return {
    address,
    decode: (data: Hex) => decodeFunctionData({ abi, data }) as { functionName: string; args: unknown[] },
    call: (fn: string, args: unknown[], from: Hex) =>
      callContract(open, contract, fn, args, { profile: true, from }),
    send: (fn: string, args: unknown[]) => sendTransaction(open, contract, fn, args),
    close: () => open.close(),
  }
}

/** A raw kernel: no ABI, so the profile alone. */
export async function rawKernel(
  program: string,
): Promise<(data: Hex) => Promise<{ ink: number; frameGas: number }>> {
  const open = await engine
  const address = await deployCode(open, programCode(program))
  await activate(open, address)
  return (data) =>
    open.publicClient.request({
      method: 'stylus_profile',
      params: [{ to: address, data, gas: `0x${CALL_GAS.toString(16)}` }, 'latest'],
    } as never)
}
