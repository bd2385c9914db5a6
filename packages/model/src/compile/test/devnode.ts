import { createDevnode, type Devnode, profileCall } from '@inkling/devnode'
import { compress } from '@inkling/wasm/brotli'
import { createWalletClient, custom, type Hex, parseEther, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect } from 'vitest'
import { DEV_PRIVATE_KEY } from '../../../../devnode/src/constants.ts'
import type { DataContract } from '../data/data-contract.ts'

const ARB_WASM = '0x0000000000000000000000000000000000000071'

export interface Deployed {
  /** Runs the kernel; ink is what the devnode charges, entry not included. */
  call(input: Uint8Array): Promise<{ ok: boolean; output: Uint8Array; ink: number; frameGas: number }>
  /** Gas of `activateProgram` itself: the transaction's gas less 21,000 and its calldata. */
  activationGas: number
}

const devnodes: Record<string, Promise<Devnode>> = {}
let next = 1

/** Puts a module on a strict devnode (production rules), its data contracts through the factory, and activates it. */
export async function deployKernel(
  wasm: Uint8Array,
  contracts: readonly DataContract[] = [],
): Promise<Deployed> {
  devnodes.strict ??= createDevnode({ strict: true })
  const devnode = await devnodes.strict
  const address = `0x${(0xc0de0000 + next++).toString(16).padStart(40, '0')}` as const
  devnode.chain.state.setCode(address.slice(2), compress(wasm))
  const wallet = createWalletClient({
    account: privateKeyToAccount(DEV_PRIVATE_KEY as Hex),
    transport: custom(devnode as never),
  })
  for (const { address: at, deploy, code } of contracts) {
    await wallet.sendTransaction({ chain: null, ...deploy, gas: 30_000_000n })
    expect(await devnode.request({ method: 'eth_getCode', params: [at, 'latest'] })).toBe(toHex(code))
  }
  const data = `0x58c780c2${address.slice(2).padStart(64, '0')}` as const
  const hash = await wallet.sendTransaction({
    chain: null,
    to: ARB_WASM,
    data,
    value: parseEther('0.5'),
    gas: 30_000_000n,
  })
  const receipt = (await devnode.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
    status: Hex
    gasUsed: Hex
  }
  if (receipt.status !== '0x1') throw new Error('the module does not activate')
  return {
    activationGas: Number(receipt.gasUsed) - 21_000 - calldataGas(data),
    async call(input) {
      const { ok, returnData, ink, frameGas } = await profileCall(devnode, {
        to: address,
        data: toHex(input),
      })
      return { ok, output: Uint8Array.from(Buffer.from(returnData.slice(2), 'hex')), ink: ink!, frameGas }
    },
  }
}

/** 4 gas a zero byte, 16 any other. */
function calldataGas(data: Hex): number {
  const bytes = data.slice(2).match(/../g) ?? []
  return bytes.reduce((gas, byte) => gas + (byte === '00' ? 4 : 16), 0)
}
