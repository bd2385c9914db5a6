import { CHAIN_ID, DEV_PRIVATE_KEY } from '@inkling/devnode/constants'
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  type PublicClient,
  type WalletClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { EnvironmentError } from '../errors.ts'

/** Two views of one chain: one that reads, one that pays. */
export interface Chain {
  publicClient: PublicClient
  /** With the account that pays. */
  walletClient: WalletClient
}

const DEFAULT_URL = 'http://127.0.0.1:8547'

/**
 * Opens the node that `RPC_URL` names (default: the devnode on this machine), with the account of `PRIVATE_KEY`.
 * Without one it is the published development key, on the development chain only: on any other chain anyone could
 * take what that account holds.
 *
 * @throws EnvironmentError (exit 3) when no node answers, or the key is none
 */
export async function connectChain(env: NodeJS.ProcessEnv = process.env): Promise<Chain> {
  const url = env.RPC_URL || DEFAULT_URL
  const transport = http(url, { timeout: 60_000, retryCount: 1, retryDelay: 200 })
  let id: number
  try {
    id = await createPublicClient({ transport }).getChainId()
  } catch (error) {
    const words = (error as { details?: string }).details || (error as Error).message.split('\n')[0]
    throw new EnvironmentError(`no node answers at ${new URL(url).origin}: ${words}`, {
      remedy: 'start one in another terminal: npm run devnode; or name one with RPC_URL',
      cause: error,
    })
  }
  const key = env.PRIVATE_KEY || DEV_PRIVATE_KEY
  if (!/^0x[0-9a-f]{64}$/i.test(key))
    throw new EnvironmentError('PRIVATE_KEY is not a private key: 0x and 64 hex digits are expected')
  if (id !== CHAIN_ID && key.toLowerCase() === DEV_PRIVATE_KEY)
    throw new EnvironmentError(
      `${new URL(url).origin} is chain ${id}, where the published development key must not pay`,
      { remedy: 'set PRIVATE_KEY to a key of your own, with ether on that chain' },
    )
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const chain = defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency,
    rpcUrls: { default: { http: [url] } },
  })
  // No response cache: a script may read the same value twice around a transaction.
  const polling = { pollingInterval: id === CHAIN_ID ? 50 : 1_000, cacheTime: 0 }
  return {
    publicClient: createPublicClient({ chain, transport, ...polling }) as PublicClient,
    walletClient: createWalletClient({ chain, transport, account: privateKeyToAccount(key as Hex) }),
  }
}
