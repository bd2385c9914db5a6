import { ARB_WASM, arbWasmAbi } from '@inkling/lab/chain'
import {
  type Address,
  createPublicClient,
  createWalletClient,
  type Hex,
  type PublicClient,
  parseAbi,
  parseEther,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { BuildError } from '../errors.ts'

/** A fresh embedded devnode under production rules, with an account that pays for everything. */
export interface DryChain {
  client: PublicClient
  /** Sends a transaction and waits; throws where it fails. Without `to` it deploys. */
  send(data: Hex, to?: Address): Promise<{ gas: number; address: Address }>
  /** @throws BuildError (exit 4) with the chain's reason. */
  activate(program: Address): Promise<{ gas: number; dataFee: bigint }>
  /** Puts a program into the chain's cache, as a bid at the CacheManager does. */
  cache(program: Address): Promise<void>
}

const GAS = 31_000_000n
const cacheAbi = parseAbi(['function cacheProgram(address program)'])

/** Opens one. It lives in this process and is forgotten with it. */
export async function dryChain(arbos = 51): Promise<DryChain> {
  const [{ createDevnode, DEV_PRIVATE_KEY }, { devnodeTransport, stylusDevChain: chain }] = await Promise.all(
    [import('@inkling/devnode'), import('@inkling/devnode/viem')],
  )
  const transport = devnodeTransport(await createDevnode({ arbos, strict: true }))
  const client = createPublicClient({ chain, transport, pollingInterval: 5, cacheTime: 0 }) as PublicClient
  const account = privateKeyToAccount(DEV_PRIVATE_KEY)
  const wallet = createWalletClient({ chain, transport, account })
  const receiptOf = async (hash: Hex, what: string) => {
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new BuildError(`${what} failed on the embedded devnode`)
    return { gas: Number(receipt.gasUsed), address: receipt.contractAddress as Address }
  }
  return {
    client,
    async send(data, to) {
      const hash = await wallet.sendTransaction({ data, gas: GAS, ...(to && { to }) })
      return receiptOf(hash, to ? 'the transaction' : 'the deployment')
    },
    async activate(program) {
      const call = {
        address: ARB_WASM,
        abi: arbWasmAbi,
        functionName: 'activateProgram',
        args: [program],
        value: parseEther('1'),
        gas: GAS,
      } as const
      let dataFee: bigint
      try {
        const { result } = await client.simulateContract({ ...call, account })
        dataFee = result[1]
      } catch (error) {
        const words = (error as { details?: string }).details || (error as Error).message.split('\n')[0]
        throw new BuildError(`the chain would refuse to activate it: ${words}`, { cause: error })
      }
      const { gas } = await receiptOf(await wallet.writeContract(call), 'the activation')
      return { gas, dataFee }
    },
    async cache(program) {
      const address = '0x0000000000000000000000000000000000000072'
      const hash = await wallet.writeContract({
        address,
        abi: cacheAbi,
        functionName: 'cacheProgram',
        args: [program],
      })
      await receiptOf(hash, 'caching the program')
    },
  }
}
