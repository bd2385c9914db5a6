import {
  concat,
  createPublicClient,
  createTestClient,
  createWalletClient,
  type Hex,
  numberToHex,
  parseAbi,
  parseEther,
  type Transport,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createDevnode, DEV_PRIVATE_KEY, type DevnodeOptions } from '../src/index.ts'
import { devnodeTransport, stylusDevChain } from '../src/viem.ts'

export const ARB_WASM = '0x0000000000000000000000000000000000000071'
const abi = parseAbi(['function activateProgram(address program) payable returns (uint16, uint256)'])
export const account = privateKeyToAccount(DEV_PRIVATE_KEY)

/** viem's clients over one transport. */
export function clientsOver(transport: Transport) {
  const chain = stylusDevChain
  return {
    client: createPublicClient({ chain, transport, pollingInterval: 20, cacheTime: 0 }),
    wallet: createWalletClient({ chain, transport, account }),
    test: createTestClient({ chain, transport, mode: 'anvil' }),
  }
}
export type Clients = ReturnType<typeof clientsOver>

/** A devnode in this process with viem's clients on it. */
export async function devnodeClients(options: DevnodeOptions = {}) {
  const devnode = await createDevnode(options)
  return { devnode, ...clientsOver(devnodeTransport(devnode)) }
}

/** Init code that returns `code`: the 43-byte prelude of the official deploy tool. */
export const initCode = (code: Uint8Array): Hex =>
  concat(['0x7f', numberToHex(code.length, { size: 32 }), '0x80602b6000396000f3', '0x00', toHex(code)])

/** Deploys contract code and activates it as a program. */
export async function deployProgram({ client, wallet }: Clients, code: Uint8Array): Promise<Hex> {
  const hash = await wallet.sendTransaction({ data: initCode(code) })
  const { contractAddress } = await client.waitForTransactionReceipt({ hash })
  const activation = await wallet.writeContract({
    address: ARB_WASM,
    abi,
    functionName: 'activateProgram',
    args: [contractAddress as Hex],
    value: parseEther('0.1'),
  })
  const receipt = await client.waitForTransactionReceipt({ hash: activation })
  if (receipt.status !== 'success') throw new Error('the program could not be activated')
  return contractAddress as Hex
}

/** Deploys EVM code. */
export async function deployEvm({ client, wallet }: Clients, data: Hex): Promise<Hex> {
  const receipt = await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ data }) })
  if (receipt.status !== 'success') throw new Error('the contract could not be deployed')
  return receipt.contractAddress as Hex
}
