import { type Hex, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { ARBOS_ADDRESSES, CHAIN_ID, DEV_PRIVATE_KEY } from '../src/constants.ts'
import type { Devnode } from '../src/devnode.ts'

const account = privateKeyToAccount(DEV_PRIVATE_KEY)

/** Puts code at an address, without a deployment, and activates it where it is a program. Returns the receipt's status. */
export async function install(devnode: Devnode, address: Hex, code: Uint8Array): Promise<Hex> {
  devnode.chain.state.setCode(address.slice(2).toLowerCase(), code)
  return (
    await send(devnode, ARBOS_ADDRESSES.ArbWasm as Hex, `0x58c780c2${address.slice(2).padStart(64, '0')}`)
  ).status
}

/** A transaction of the dev account; its receipt. */
export async function send(
  devnode: Pick<Devnode, 'request'>,
  to: Hex | undefined,
  data: Hex,
  value = parseEther('0.5'),
): Promise<{ status: Hex; gasUsed: Hex; contractAddress: Hex | null; logs: unknown[] }> {
  const nonce = await devnode.request({
    method: 'eth_getTransactionCount',
    params: [account.address, 'latest'],
  })
  const raw = await account.signTransaction({
    type: 'eip1559',
    chainId: CHAIN_ID,
    nonce: Number(nonce),
    gas: 30_000_000n,
    maxFeePerGas: 20_000_000_000n,
    maxPriorityFeePerGas: 0n,
    to,
    data,
    value,
  })
  const hash = await devnode.request({ method: 'eth_sendRawTransaction', params: [raw] })
  return (await devnode.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as never
}
