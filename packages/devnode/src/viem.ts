import { type CustomTransport, custom, defineChain } from 'viem'
import { CHAIN_ID } from './constants.ts'
import type { Devnode } from './devnode.ts'

/** The dev chain as viem describes chains: for an embedded devnode, one over HTTP, or a nitro dev node. */
export const stylusDevChain = defineChain({
  id: CHAIN_ID,
  name: 'Stylus dev chain',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: ['http://127.0.0.1:8547'], webSocket: ['ws://127.0.0.1:8548'] } },
})

/**
 * A viem transport into a devnode in this process.
 *
 * @example
 * ```ts
 * const client = createPublicClient({ chain: stylusDevChain, transport: devnodeTransport(await createDevnode()) })
 * ```
 */
export function devnodeTransport(devnode: Devnode): CustomTransport {
  return custom(
    { request: ({ method, params }) => devnode.request({ method, params: params ?? [] }) as Promise<never> },
    { retryCount: 0 },
  )
}
