import { bigintToBytes, bytesToBigint, bytesToHex, concatBytes } from '../bytes.ts'
import type { Chain } from '../chain/chain.ts'
import { RpcError } from '../errors.ts'
import type { BlockInfo } from '../stylus/world.ts'
import type { CallObject } from './callObject.ts'
import { estimateGas } from './estimate.ts'
import { serverError } from './params.ts'

const words = (...values: bigint[]): Uint8Array => concatBytes(...values.map((v) => bigintToBytes(v)))
const NO_L1 = 'this chain has no L1 behind it'

/**
 * NodeInterface at 0xc8: no contract, but questions that a node answers when they come by `eth_call`. There is no L1
 * here, so every L1 part of an estimate is 0 and what asks for batches and confirmations is refused.
 */
export async function nodeInterface(chain: Chain, call: CallObject, block: BlockInfo): Promise<Uint8Array> {
  const selector = bytesToHex(call.data.subarray(0, 4))
  const word = (i: number): bigint => {
    const bytes = call.data.subarray(4 + 32 * i, 36 + 32 * i)
    if (bytes.length < 32) throw reverted()
    return bytesToBigint(bytes)
  }
  switch (selector) {
    case 'c94e6eeb': {
      const gas = await estimateGas(chain, inner(call, word), { block })
      return words(gas, 0n, block.baseFee, 0n)
    }
    case '77d488a2':
      inner(call, word)
      return words(0n, block.baseFee, 0n)
    case '93a2fe21': // nitroGenesisBlock()
      return words(0n)
    case '6f275ef2': // blockL1Num(uint64)
      if (word(0) > chain.head.number)
        throw serverError(`execution reverted: block ${word(0)} is not there yet`)
      return words(0n)
    case '48e7f811':
      throw serverError(`NodeInterface.l2BlockRangeForL1: ${NO_L1}`)
    case '81f1adaf':
      throw serverError(`NodeInterface.findBatchContainingBlock: ${NO_L1}`)
    case 'e5ca238c':
      throw serverError(`NodeInterface.getL1Confirmations: ${NO_L1}`)
    default:
      throw reverted()
  }
}

const reverted = () => new RpcError(3, 'execution reverted', '0x')

/** `(address to, bool contractCreation, bytes data)`: the call that is asked about, from the asking one's sender. */
function inner(call: CallObject, word: (i: number) => bigint): CallObject {
  const [to, isCreate, offset] = [word(0), word(1), word(2)]
  if (to >> 160n !== 0n || isCreate > 1n || offset > BigInt(call.data.length)) throw reverted()
  const at = 4 + Number(offset)
  const length = bytesToBigint(call.data.subarray(at, at + 32))
  if (at + 32 > call.data.length || length > BigInt(call.data.length - at - 32)) throw reverted()
  return {
    ...call,
    to: isCreate === 1n ? undefined : to.toString(16).padStart(40, '0'),
    data: call.data.slice(at + 32, at + 32 + Number(length)),
    gas: undefined,
  }
}
