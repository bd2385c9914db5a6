import { type Address, type PublicClient, parseEther, type WalletClient } from 'viem'
import {
  ARB_WASM,
  ARB_WASM_CACHE,
  arbWasmAbi,
  arbWasmCacheAbi,
  cacheManagerAbi,
} from '../../../packages/cli/src/chain/arb-wasm.ts'

export { ARB_WASM, ARB_WASM_CACHE, arbWasmAbi, arbWasmCacheAbi, cacheManagerAbi }

export interface Clients {
  client: PublicClient
  wallet: WalletClient
}

const GAS = 31_000_000n

/** Activates a program with more than the fee; the chain gives the rest back. */
export async function activate({ client, wallet }: Clients, program: Address) {
  const account = wallet.account!
  const call = {
    address: ARB_WASM,
    abi: arbWasmAbi,
    functionName: 'activateProgram',
    args: [program],
    value: parseEther('1'),
    gas: GAS,
    account,
  } as const
  const { result } = await client.simulateContract(call)
  const receipt = await client.waitForTransactionReceipt({
    hash: await wallet.writeContract({ ...call, chain: wallet.chain }),
  })
  if (receipt.status !== 'success') throw new Error('the activation failed')
  return { gas: Number(receipt.gasUsed), dataFee: result[1] }
}

/** As the chain's owner, which the account of a devnode is: no bid. */
export async function cacheProgram({ client, wallet }: Clients, program: Address) {
  const hash = await wallet.writeContract({
    address: ARB_WASM_CACHE,
    abi: arbWasmCacheAbi,
    functionName: 'cacheProgram',
    args: [program],
    account: wallet.account!,
    chain: wallet.chain,
  })
  const receipt = await client.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error('the program could not be put into the cache')
  return { gas: Number(receipt.gasUsed) }
}
