import {
  type Account,
  BaseError,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { CHAIN_ID, DEV_PRIVATE_KEY } from '../../packages/devnode/src/constants.ts'
import { PrepareError } from './errors.ts'

/** The node that is being prepared. Whatever is sent comes from the published dev account. */
export interface Node {
  readonly client: PublicClient
  readonly wallet: WalletClient<Transport, Chain, Account>
  /** Sends a transaction and waits for it. @throws PrepareError when it fails. */
  send(tx: { to: Hex; data?: Hex; value?: bigint }): Promise<void>
  /** The same for one that is signed already. */
  sendRaw(raw: Hex): Promise<void>
}

const chain = defineChain({
  id: CHAIN_ID,
  name: 'Arbitrum development chain',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [] } },
})

/** A nitro dev node makes a block within 250 ms of a transaction. */
const RECEIPT_TIMEOUT_MS = 30_000

export function openNode(transport: Transport): Node {
  // No cache: each answer is asked for again after something was sent.
  const client = createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 50 }) as PublicClient
  const wallet = createWalletClient({ chain, transport, account: privateKeyToAccount(DEV_PRIVATE_KEY) })
  const done = async (hash: Hex) => {
    const receipt = await client.waitForTransactionReceipt({ hash, timeout: RECEIPT_TIMEOUT_MS })
    if (receipt.status !== 'success') throw new PrepareError(3, `transaction ${hash} reverted`)
  }
  return {
    client,
    wallet,
    send: async (tx) => done(await wallet.sendTransaction(tx)),
    sendRaw: async (serializedTransaction) =>
      done(await client.sendRawTransaction({ serializedTransaction })),
  }
}

/** viem's reason without its page of context; the innermost words say most. */
export function reason(error: unknown): string {
  if (!(error instanceof BaseError)) return (error as Error).message
  const inner = error.walk() as Error & { details?: string; code?: unknown }
  // An error of the socket has no other words than its code, ECONNREFUSED for one.
  const words = [
    inner.details,
    inner.message,
    typeof inner.code === 'string' ? inner.code : '',
    error.shortMessage,
  ]
  return (words.find(Boolean) as string).split('\n')[0] as string
}

/** Did the node say that it does not know the method? */
export function isUnknownMethod(error: unknown): boolean {
  return error instanceof BaseError && error.walk((e) => (e as { code?: unknown }).code === -32601) !== null
}
