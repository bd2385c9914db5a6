import type { CallProfile } from '@inkling/devnode'
import type { Address, Hex, PublicClient } from 'viem'

/** Gas offered to a measured call: what a block may use at most. */
const GAS = 32_000_000n

/** One call on the devnode, with its cost by cause. */
export async function profileOf(client: PublicClient, to: Address, data: Hex): Promise<CallProfile> {
  const call = { to, data, gas: `0x${GAS.toString(16)}` }
  return (await client.request({
    method: 'stylus_profile',
    params: [call, 'latest'],
  } as never)) as CallProfile
}

/** The middle value; of two middle values the lower, so that it is a value that occurred. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN
}

/** Milliseconds of one call: the median of `runs` after a fifth as many that don't count. */
export async function callMilliseconds(
  client: PublicClient,
  to: Address,
  inputs: readonly Hex[],
  runs = 200,
): Promise<number> {
  const times: number[] = []
  const warm = Math.ceil(runs / 5)
  for (let i = 0; i < runs + warm; i++) {
    const data = inputs[i % inputs.length] as Hex
    const start = performance.now()
    await client.call({ to, data, gas: GAS })
    if (i >= warm) times.push(performance.now() - start)
  }
  return Number(median(times).toPrecision(3))
}
