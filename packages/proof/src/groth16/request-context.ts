import { keccak_256 } from '@noble/hashes/sha3.js'
import { CircuitError } from '../errors.ts'
import { R } from '../field.ts'
import { joinWords, readWord } from './codec.ts'

/** Low bits that are kept of the hash: 2^248 is below r, so every context is a canonical signal. */
export const CONTEXT_BITS = 248

/** What a proof is for. Another chain, contract, sender, request or commitment gives another context. */
export interface Request {
  chainId: bigint | number
  /** Address of the verifying contract, 0x and 40 hexadecimal digits. */
  contract: string
  /** Whoever sends the transaction; for a relayer variant the one who benefits. */
  sender: string
  requestId: bigint | number
  inputCommit: bigint
}

/**
 * The public signal `ctx`: keccak256 of five 32-byte big-endian words (`abi.encode(uint256 chainId, address contract,
 * address sender, uint256 requestId, uint256 inputCommit)`), of which the low 248 bits are kept.
 *
 * @throws CircuitError for a number that is negative or too wide, or a text that is no address.
 */
export function requestContext(request: Request): bigint {
  const { chainId, contract, sender, requestId, inputCommit } = request
  if (inputCommit < 0n || inputCommit >= R) throw new CircuitError('inputCommit is not from 0 to r - 1.')
  const words = [
    word(chainId, 'chainId'),
    address(contract, 'contract'),
    address(sender, 'sender'),
    word(requestId, 'requestId'),
    inputCommit,
  ]
  return readWord(keccak_256(joinWords(words)), 0) & ((1n << BigInt(CONTEXT_BITS)) - 1n)
}

function word(value: bigint | number, name: string): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new CircuitError(`${name} is ${value}, which is no whole number up to 2^53 - 1; pass a bigint.`)
  const number = BigInt(value)
  if (number < 0n || number >= 1n << 256n) throw new CircuitError(`${name} does not fit in a uint256.`)
  return number
}

function address(text: string, name: string): bigint {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text))
    throw new CircuitError(
      `${name} is ${JSON.stringify(text)}, not an address (0x and 40 hexadecimal digits).`,
    )
  return BigInt(text)
}
