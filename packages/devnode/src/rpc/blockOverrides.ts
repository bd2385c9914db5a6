import { invalidParams } from '../errors.ts'
import type { BlockInfo } from '../stylus/world.ts'
import { address, object, uint } from './params.ts'

const U64 = (1n << 64n) - 1n

/**
 * The fourth parameter of `eth_call`. `number` is the height that ArbSys shows: NUMBER and the host call
 * `block_number` show the L1 height, which nothing here changes.
 */
export function overrideBlock(block: BlockInfo, overrides: unknown): BlockInfo {
  if (overrides === undefined || overrides === null) return block
  const out = { ...block }
  for (const [name, value] of Object.entries(object(overrides, 'block overrides'))) {
    if (value === undefined || value === null) continue
    if (name === 'number') out.number = u64(value, name)
    else if (name === 'time' || name === 'timestamp') out.timestamp = u64(value, name)
    else if (name === 'gasLimit') out.gasLimit = u64(value, name)
    else if (name === 'feeRecipient' || name === 'coinbase') out.coinbase = address(value, name)
    else if (name === 'baseFeePerGas' || name === 'baseFee') out.baseFee = uint(value, name)
    else
      throw invalidParams(
        `this chain can't override the block's ${name.slice(0, 40)}: take number, time, gasLimit, feeRecipient or baseFeePerGas`,
      )
  }
  return out
}

function u64(value: unknown, name: string): bigint {
  const n = uint(value, name)
  if (n > U64) throw invalidParams(`${name} does not fit 64 bits`)
  return n
}
