import { decompressProgram } from '@inkling/wasm/brotli'
import { createCore, type Devnode, type DevnodeOptions } from '../devnode.ts'

/**
 * Starts a chain like the one a nitro dev node has after its usual set-up script: chain id 412346, funded accounts,
 * L1 gas free.
 *
 * @example
 * ```ts
 * const devnode = await createDevnode()
 * await devnode.request({ method: 'eth_chainId' }) // '0x64aba'
 * ```
 * @throws DevnodeError for an ArbOS version without a profile.
 */
export function createDevnode(options: DevnodeOptions = {}): Promise<Devnode> {
  return createCore({ ...options, decompress: options.decompress ?? decompressProgram })
}
