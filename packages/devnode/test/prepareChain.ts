import { privateKeyToAccount } from 'viem/accounts'
import { ARBOS_ADDRESSES, CHAIN_ID, DEV_PRIVATE_KEY } from '../src/constants.ts'
import type { Devnode } from '../src/devnode.ts'

/**
 * `params-irreversible-60.json` was recorded on a chain on which its own scenario had run before: its first steps show
 * 256 and 8,160 gas where a new chain has 8,832 and 352. The owner's call that leads there is made first.
 */
export async function prepareChain(
  devnode: Pick<Devnode, 'request'>,
  files: readonly string[],
): Promise<void> {
  if (!files.some((f) => f.endsWith('params-irreversible-60.json'))) return
  const word = (n: number) => n.toString(16).padStart(64, '0')
  const raw = await privateKeyToAccount(DEV_PRIVATE_KEY).signTransaction({
    type: 'eip1559',
    chainId: CHAIN_ID,
    nonce: 0,
    gas: 1_000_000n,
    maxFeePerGas: 1_000_000_000n,
    maxPriorityFeePerGas: 0n,
    to: ARBOS_ADDRESSES.ArbOwner,
    data: `0x8293405e${word(0xff)}${word(0xffff)}`,
  })
  await devnode.request({ method: 'eth_sendRawTransaction', params: [raw] })
}
