import type { Devnode } from '@inkling/devnode'
import { CHAIN_ID, DEV_PRIVATE_KEY } from '@inkling/devnode/constants'
import { devnodeTransport, stylusDevChain } from '@inkling/devnode/viem'
import {
  createPublicClient,
  createWalletClient,
  http,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { EnvironmentError } from '../errors.ts'
import type { Engine } from '../types.ts'
import type { EngineChoice } from './choose.ts'

export interface OpenEngine {
  engine: Engine
  publicClient: PublicClient
  walletClient: WalletClient
  /** Answers `stylus_profile`; absent on nodes that do not know the method. */
  profiles: boolean
  close(): Promise<void>
}

function clients(transport: Transport): { publicClient: PublicClient; walletClient: WalletClient } {
  // No response cache: a learner's script may read the same value twice around a transaction.
  const publicClient = createPublicClient({
    chain: stylusDevChain,
    transport,
    pollingInterval: 50,
    cacheTime: 0,
  }) as PublicClient
  const walletClient = createWalletClient({
    chain: stylusDevChain,
    transport,
    account: privateKeyToAccount(DEV_PRIVATE_KEY),
  })
  return { publicClient, walletClient }
}

async function openEmbedded(): Promise<OpenEngine> {
  const { createDevnode } = await import('@inkling/devnode')
  return openEmbeddedOn(await createDevnode({}))
}

/** An engine on a devnode of this process that the caller made. */
export async function openEmbeddedOn(devnode: Devnode): Promise<OpenEngine> {
  const { publicClient, walletClient } = clients(devnodeTransport(devnode))
  const arbos = await arbosVersion(publicClient)
  return {
    engine: { kind: 'embedded', name: 'embedded', chainId: CHAIN_ID, arbos, inkExact: true },
    publicClient,
    walletClient,
    profiles: true,
    close: async () => undefined,
  }
}

/** ArbSys.arbOSVersion() is 55 more than the version people speak of. */
async function arbosVersion(client: PublicClient): Promise<number> {
  const { data } = await client.call({ to: '0x0000000000000000000000000000000000000064', data: '0x051038f2' })
  if (data === undefined) throw new Error('ArbSys.arbOSVersion() answers nothing')
  return Number(BigInt(data)) - 55
}

function withoutSecrets(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.username = ''
    parsed.password = ''
    parsed.search = ''
    return parsed.href.replace(/\/$/, '')
  } catch {
    return 'RPC_URL'
  }
}

async function openRpc(url: string): Promise<OpenEngine> {
  const name = withoutSecrets(url)
  if (!/^https?:\/\//.test(url)) {
    throw new EnvironmentError(`RPC_URL is not an http(s) address: ${name}`, {
      remedy: 'use RPC_URL=http://127.0.0.1:8547, or --engine embedded',
    })
  }
  const { publicClient, walletClient } = clients(
    http(url, { timeout: 30_000, retryCount: 1, retryDelay: 100 }),
  )
  const remedy =
    'npm run devnode   (starts a node), or correct RPC_URL\nor npm run lab -- check N --engine embedded   (grades without one)'
  let chainId: number
  try {
    chainId = await publicClient.getChainId()
  } catch (error) {
    const reason =
      (error as { details?: string; shortMessage?: string }).details ??
      (error as Error).message.split('\n')[0]
    throw new EnvironmentError(`no node answers at ${name}: ${reason}`, { remedy, cause: error })
  }
  if (chainId !== CHAIN_ID) {
    throw new EnvironmentError(
      `${name} is chain ${chainId}; lab check works on a development chain (${CHAIN_ID}) only, because it sends transactions from a published key`,
      { remedy },
    )
  }
  let arbos: number
  try {
    arbos = await arbosVersion(publicClient)
  } catch (error) {
    throw new EnvironmentError(`${name} has no ArbSys precompile: is it a Stylus node?`, {
      remedy,
      cause: error,
    })
  }
  const profiles = await knowsProfile(publicClient)
  return {
    engine: { kind: 'rpc', name, chainId, arbos, inkExact: profiles },
    publicClient,
    walletClient,
    profiles,
    close: async () => undefined,
  }
}

/** Asks for a profile of an account without code: nodes that do not know the method say so. */
async function knowsProfile(client: PublicClient): Promise<boolean> {
  if (process.env.LAB_NO_PROFILE === '1') return false
  try {
    await client.request({
      method: 'stylus_profile',
      params: [{ to: '0x0000000000000000000000000000000000000001', data: '0x' }, 'latest'],
    } as never)
    return true
  } catch (error) {
    // -32601 method not found, or a node's own words for it; any other answer means it knows the method.
    const text = String((error as { details?: string }).details ?? (error as Error).message)
    const code = (error as { code?: number }).code
    return !(
      code === -32601 ||
      /not (exist|found|available|supported|allowed)|unknown method|unsupported/i.test(text)
    )
  }
}

/** Opens the engine that the checks run on. */
export async function openEngine(choice: EngineChoice): Promise<OpenEngine> {
  if (choice.kind === 'embedded') return openEmbedded()
  try {
    return await openRpc(choice.url as string)
  } catch (error) {
    if (choice.orEmbedded !== true || !(error instanceof EnvironmentError)) throw error
    const open = await openEmbedded()
    open.engine.fallback = `${error.message}; graded on the embedded devnode instead`
    return open
  }
}
