import { bigintToBytes, hexToBytes } from '../../bytes.ts'
import type { Frame } from '../frame.ts'
import { H, P } from '../ink.ts'
import { type HostCall, NOTHING, u32, u64 } from './types.ts'

const address = (of: (f: Frame) => string): HostCall => {
  return (f, dest: number) => {
    f.buy(H + P)
    const bytes = hexToBytes(of(f))
    f.write(dest, bytes)
    if (f.traces) f.trace(NOTHING, bytes)
  }
}
const word = (of: (f: Frame) => bigint): HostCall => {
  return (f, dest: number) => {
    f.buy(H + P)
    const bytes = bigintToBytes(of(f))
    f.write(dest, bytes)
    if (f.traces) f.trace(NOTHING, bytes)
  }
}
const integer = (of: (f: Frame) => bigint): HostCall => {
  return (f) => {
    f.buy(H)
    const value = of(f)
    if (f.traces) f.trace(NOTHING, u64(value))
    return BigInt.asIntN(64, value)
  }
}

/** Block, transaction, message and what is left. */
export const contextHostCalls: Record<string, HostCall> = {
  evm_gas_left: integer((f) => f.gasLeft()),
  evm_ink_left: integer((f) => f.ink),
  block_basefee: word((f) => f.world.block.baseFee),
  block_coinbase: address((f) => f.world.block.coinbase),
  block_gas_limit: integer((f) => f.world.block.gasLimit),
  block_number: integer((f) => f.world.block.l1Number),
  block_timestamp: integer((f) => f.world.block.timestamp),
  chainid: integer((f) => f.world.block.chainId),
  contract_address: address((f) => f.world.address),
  msg_sender: address((f) => f.world.caller),
  tx_origin: address((f) => f.world.origin),
  msg_value: word((f) => f.world.value),
  tx_gas_price: word((f) => f.world.gasPrice),
  msg_reentrant(f) {
    f.buy(H)
    const flag = f.world.reentrant ? 1 : 0
    if (f.traces) f.trace(NOTHING, u32(flag))
    return flag
  },
  tx_ink_price(f) {
    f.buy(H)
    if (f.traces) f.trace(NOTHING, u32(f.world.params.inkPrice))
    return f.world.params.inkPrice
  },
}
