import { quantity } from './bytes.ts'
import type { RpcRequest } from './rpc/index.ts'
import type { CallProfile } from './rpc/profile.ts'

type Hex = `0x${string}`

export interface ProfiledCall {
  to: Hex
  data?: Hex
  from?: Hex
  /** Wei. */
  value?: bigint
  /** Default and most: 50,000,000. */
  gas?: bigint
}

export interface ProfileOptions {
  /** Default `latest`. */
  block?: Hex | 'latest' | 'earliest'
  /** State overrides, as eth_call takes them. */
  overrides?: object
  /**
   * Function names by index, for programs that were deployed without a name section:
   * `inspect(unstripped, rules).functionNames` of `@inkling/wasm`.
   */
  names?: ReadonlyMap<number, string>
}

/**
 * Runs a call on a copy of the state and says what it cost, by cause: entry, pages, host calls by kind, instructions
 * by function, calldata, transaction base. The devnode may be in this process, in a Worker or behind HTTP.
 *
 * @example
 * ```ts
 * const { ink, parts, functions } = await profileCall(devnode, { to, data })
 * console.log(functions[0]) // { index: 9, name: 'classify', ink: 184_300 }
 * ```
 * @throws RpcError where a node would refuse to start the call. A call that fails is a profile with `ok: false`.
 */
export async function profileCall(
  devnode: { request(request: RpcRequest): Promise<unknown> },
  { value, gas, ...call }: ProfiledCall,
  { block = 'latest', overrides, names }: ProfileOptions = {},
): Promise<CallProfile> {
  const object = {
    ...call,
    ...(value === undefined ? {} : { value: quantity(value) }),
    ...(gas === undefined ? {} : { gas: quantity(gas) }),
  }
  const params = [object, block, ...(overrides ? [overrides] : [])]
  const profile = (await devnode.request({ method: 'stylus_profile', params })) as CallProfile
  if (!names) return profile
  const functions = profile.functions.map((f) => ({ ...f, name: names.get(f.index) ?? f.name }))
  return { ...profile, functions }
}
