/** What `upload.ts` works with. */
import type { Chain } from '@inkling/lab/deploy'
import type { DataContract } from '@inkling/model/compile'
import { type Address, toHex } from 'viem'

/** Something stands where a data contract should, or nothing does, after its transaction went through. */
export class UploadError extends Error {
  override name = 'UploadError'

  /** @param index of the part, from 0. */
  constructor(index: number, address: Address) {
    super(
      `part ${index} is not at ${address} after its transaction. What is there stays: start the upload again`,
    )
  }
}

/** Whether the chain has exactly these bytes at this address. */
export async function isThere(chain: Chain, { address, code }: DataContract): Promise<boolean> {
  return (await chain.publicClient.getCode({ address })) === toHex(code)
}

/** Sends the transaction that makes a data contract, and waits until it is in a block. */
export async function send(chain: Chain, { deploy }: DataContract): Promise<void> {
  const { walletClient, publicClient } = chain
  const hash = await walletClient.sendTransaction({
    ...deploy,
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  await publicClient.waitForTransactionReceipt({ hash })
}
