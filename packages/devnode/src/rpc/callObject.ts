import { bytesToHex } from '../bytes.ts'
import { recoverAuthorization } from '../chain/decodeTx.ts'
import type { Execution } from '../chain/execute.ts'
import { minimal } from '../chain/signTx.ts'
import { CHAIN_ID } from '../constants.ts'
import { invalidParams } from '../errors.ts'
import { address, bytes, object, serverError, uint } from './params.ts'

/** A call object of JSON-RPC, read and checked. */
export type CallObject = Pick<
  Execution,
  'from' | 'to' | 'data' | 'value' | 'accessList' | 'authorizations'
> & {
  gas: bigint | undefined
  /** `gasPrice` or `maxFeePerGas`, wei; 0 where neither is given. */
  feeCap: bigint
  /** `maxPriorityFeePerGas`; with a `gasPrice`, that. */
  tip: bigint
  nonce: bigint | undefined
  /** 0 where `gasPrice` was given, 1 with an access list and `gasPrice`, 2, or 4 with authorizations. */
  type: number
  signedAuthorizations: Uint8Array[][]
}

const given = (value: unknown): boolean => value !== undefined && value !== null

export function readCall(value: unknown): CallObject {
  const c = object(value, 'the call')
  const optional = (name: string): bigint | undefined => (given(c[name]) ? uint(c[name], name) : undefined)
  const gasPrice = optional('gasPrice')
  const [maxFee, tip] = [optional('maxFeePerGas'), optional('maxPriorityFeePerGas')]
  if (gasPrice !== undefined && (maxFee !== undefined || tip !== undefined))
    throw serverError('both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified')
  if (maxFee !== undefined && tip !== undefined && maxFee < tip)
    throw serverError(`maxFeePerGas (${maxFee}) < maxPriorityFeePerGas (${tip})`)
  const chainId = optional('chainId')
  if (chainId !== undefined && chainId !== BigInt(CHAIN_ID))
    throw serverError(`chainId does not match node's (have=${chainId}, want=${CHAIN_ID})`)
  if (given(c.blobVersionedHashes) || given(c.maxFeePerBlobGas))
    throw serverError('transaction type not supported: Arbitrum has no blob transactions')
  const signed = readAuthorizations(c.authorizationList)
  if (signed.length > 0 && !given(c.to))
    throw serverError('EIP-7702 transaction cannot be used to create contract')
  const legacy = gasPrice !== undefined || (given(c.type) && uint(c.type, 'type') < 2n)
  return {
    from: given(c.from) ? address(c.from, 'from') : '0'.repeat(40),
    to: given(c.to) ? address(c.to, 'to') : undefined,
    data: readData(c),
    value: optional('value') ?? 0n,
    gas: optional('gas'),
    nonce: optional('nonce'),
    feeCap: gasPrice ?? maxFee ?? 0n,
    tip: gasPrice ?? tip ?? 0n,
    type: signed.length > 0 ? 4 : !legacy ? 2 : given(c.accessList) ? 1 : 0,
    accessList: readAccessList(c.accessList),
    // one whose signature does not recover is skipped, as in a transaction
    authorizations: signed.map(recoverAuthorization),
    signedAuthorizations: signed,
  }
}

function readData(c: Record<string, unknown>): Uint8Array {
  const [data, input] = [c.data, c.input].map((d) => (given(d) ? bytes(d, 'data') : undefined))
  if (data && input && bytesToHex(data) !== bytesToHex(input))
    throw serverError(
      'both "data" and "input" are set and not equal. Please use "input" to pass transaction call data',
    )
  return input ?? data ?? new Uint8Array(0)
}

function list(value: unknown, what: string): unknown[] {
  if (!given(value)) return []
  if (!Array.isArray(value)) throw invalidParams(`${what} must be an array`)
  return value
}

function readAccessList(value: unknown): CallObject['accessList'] {
  return list(value, 'accessList').map((item) => {
    const { address: a, storageKeys } = object(item, 'an access list entry')
    return {
      address: address(a),
      storageKeys: list(storageKeys, 'storageKeys').map((k) => {
        const key = bytes(k, 'storage key')
        if (key.length !== 32) throw invalidParams('a storage key is 32 bytes')
        return bytesToHex(key)
      }),
    }
  })
}

/** Signed EIP-7702 authorizations: chain id, address, nonce, y parity, r, s. */
function readAuthorizations(value: unknown): Uint8Array[][] {
  return list(value, 'authorizationList').map((item) => {
    const a = object(item, 'an authorization')
    const number = (name: string) => minimal(uint(a[name] ?? '0x0', name))
    const parity = given(a.yParity) ? number('yParity') : minimal(uint(a.v ?? '0x0', 'v') % 27n)
    const fields = [number('chainId'), bytes(a.address, 'address'), number('nonce'), parity]
    return [...fields, number('r'), number('s')]
  })
}
