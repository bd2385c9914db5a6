import { CHAIN_ID, DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from '@inkling/devnode/constants'
import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { NotReadyError, UsageError } from '../errors.ts'

const DEFAULT_URL = 'http://127.0.0.1:8547'

export interface Connection {
  /** The node's address without user, password or query. */
  name: string
  chainId: number
  client: PublicClient
}

export interface Wallet extends Connection {
  wallet: WalletClient<Transport, Chain, Account>
}

/**
 * Opens the node that `--rpc` or `RPC_URL` names.
 * @throws NotReadyError (exit 3) when none answers.
 */
export async function connect(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<Connection> {
  const url = flag ?? (env.RPC_URL || DEFAULT_URL)
  const name = withoutSecrets(url)
  if (!/^https?:\/\//.test(url))
    throw new UsageError(`${name} is not an http(s) address of a node`, {
      remedy: `for example: --rpc ${DEFAULT_URL}`,
    })
  const transport = http(url, { timeout: 60_000, retryCount: 2, retryDelay: 200 })
  let chainId: number
  try {
    chainId = await createPublicClient({ transport }).getChainId()
  } catch (error) {
    const words =
      (error as { details?: string }).details || ((error as Error).message.split('\n')[0] as string)
    throw new NotReadyError(`no node answers at ${name}: ${words}`, {
      remedy:
        'start one in another terminal:\n  npm run devnode\nor name one with --rpc or RPC_URL; a file instead of an address needs none',
      cause: error,
    })
  }
  const chain = chainOf(chainId, url)
  const pollingInterval = chainId === CHAIN_ID ? 50 : 1_000
  const client = createPublicClient({ chain, transport, pollingInterval, cacheTime: 0 }) as PublicClient
  return { name, chainId, client }
}

/**
 * The same with an account that pays: `PRIVATE_KEY`, or the published development key on the development chain.
 * @throws NotReadyError (exit 3) without a fit key.
 */
export async function connectWallet(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<Wallet> {
  const key = privateKey(env)
  const connection = await connect(flag, env)
  const { chainId, client, name } = connection
  if (chainId !== CHAIN_ID && key === undefined)
    throw new NotReadyError(`${name} is chain ${chainId}, where the published development key must not pay`, {
      remedy: 'set PRIVATE_KEY to a key of your own, with ether on that chain',
    })
  if (chainId !== CHAIN_ID && key !== undefined && isPublished(key))
    throw new NotReadyError(
      `PRIVATE_KEY is a published development key; on chain ${chainId} anyone can take what it holds`,
      { remedy: 'set PRIVATE_KEY to a key of your own' },
    )
  const account = privateKeyToAccount(key ?? DEV_PRIVATE_KEY)
  const { chain, transport } = client
  const wallet = createWalletClient({ account, chain: chain!, transport: () => transport as never })
  return { ...connection, wallet }
}

function privateKey(env: NodeJS.ProcessEnv): Hex | undefined {
  const text = env.PRIVATE_KEY?.trim()
  if (text === undefined || text === '') return undefined
  const hex = text.startsWith('0x') ? text : `0x${text}`
  // The key itself never reaches the output.
  if (!/^0x[0-9a-f]{64}$/i.test(hex))
    throw new NotReadyError('PRIVATE_KEY is not a private key: 64 hex digits are expected', {
      remedy: 'correct it, or unset it to use the development key on the development chain',
    })
  return hex.toLowerCase() as Hex
}

const isPublished = (key: Hex) =>
  [DEV_PRIVATE_KEY, ...TEST_PRIVATE_KEYS].some((published) => published === key)

function chainOf(id: number, url: string): Chain {
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  return defineChain({ id, name: `chain ${id}`, nativeCurrency, rpcUrls: { default: { http: [url] } } })
}

function withoutSecrets(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`.replace(/\/$/, '')
  } catch {
    return 'the given address'
  }
}
