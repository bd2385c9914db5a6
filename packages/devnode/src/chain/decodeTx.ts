import { RLP } from '@ethereumjs/rlp'
import { ecrecover, publicToAddress, SECP256K1_ORDER_DIV_2 } from '@ethereumjs/util'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToBigint, bytesToHex, concatBytes } from '../bytes.ts'
import { CHAIN_ID } from '../constants.ts'
import { RpcError } from '../errors.ts'
import type { AccessListItem, Authorization } from './execute.ts'

/** A signed transaction, signature checked. Addresses: hex, no prefix. */
export interface DecodedTx {
  hash: string
  type: number
  from: string
  to: string | undefined
  nonce: bigint
  value: bigint
  data: Uint8Array
  gasLimit: bigint
  maxFeePerGas: bigint
  maxPriorityFeePerGas: bigint
  chainId: bigint | undefined
  accessList: AccessListItem[]
  authorizations: Authorization[]
  v: bigint
  r: bigint
  s: bigint
  raw: Uint8Array
}

/** Decodes legacy (with and without chain id), 2930, 1559 and 7702 transactions. Throws RpcError on anything else. */
export function decodeTx(raw: Uint8Array): DecodedTx {
  if (raw.length === 0) throw new RpcError(-32602, 'the raw transaction is empty')
  if (raw[0] === 3)
    throw new RpcError(-32000, 'transaction type not supported: Arbitrum has no blob transactions')
  try {
    return raw[0] === 1 || raw[0] === 2 || raw[0] === 4 ? decodeTyped(raw, raw[0]) : decodeLegacy(raw)
  } catch (e) {
    throw new RpcError(-32000, `the transaction can't be decoded: ${(e as Error).message.slice(0, 200)}`)
  }
}

type Rlp = Uint8Array | Rlp[]
const CHAIN = BigInt(CHAIN_ID)

function decodeLegacy(raw: Uint8Array): DecodedTx {
  const fields = list(RLP.decode(raw), 9)
  const [nonce, gasPrice, gasLimit, to, value, data, v, r, s] = fields as NineFields
  const price = uint(gasPrice, 'gas price')
  const sigV = uint(v, 'v')
  // without a chain id (before EIP-155) the signature is over the first six fields only
  const plain = sigV === 27n || sigV === 28n
  const yParity = plain ? sigV - 27n : sigV - 35n - 2n * CHAIN
  if (yParity !== 0n && yParity !== 1n) {
    if (sigV < 35n) throw new Error(`invalid v: ${sigV}`)
    throw wrongChain((sigV - 35n) / 2n)
  }
  const signed = RLP.encode([...fields.slice(0, 6), ...(plain ? [] : [CHAIN, 0n, 0n])])
  return {
    hash: bytesToHex(keccak_256(raw)),
    type: 0,
    nonce: uint(nonce, 'nonce', 64),
    gasLimit: uint(gasLimit, 'gas limit', 64),
    to: recipient(to),
    value: uint(value, 'value'),
    data: bytes(data, 'data'),
    maxFeePerGas: price,
    maxPriorityFeePerGas: price,
    chainId: plain ? undefined : CHAIN,
    accessList: [],
    authorizations: [],
    ...signature(signed, yParity, r, s),
    v: sigV,
    raw,
  }
}
type NineFields = [Rlp, Rlp, Rlp, Rlp, Rlp, Rlp, Rlp, Rlp, Rlp]

/** EIP-2930, EIP-1559 and EIP-7702: the same fields in the same order, with one or two prices, and authorizations or none. */
function decodeTyped(raw: Uint8Array, type: 1 | 2 | 4): DecodedTx {
  const fields = list(RLP.decode(raw.subarray(1)), { 1: 11, 2: 12, 4: 13 }[type])
  let at = 0
  const next = (): Rlp => fields[at++] as Rlp
  const chainId = uint(next(), 'chain id')
  if (chainId !== CHAIN) throw wrongChain(chainId)
  const nonce = uint(next(), 'nonce', 64)
  const tip = uint(next(), 'gas price')
  const maxFeePerGas = type === 1 ? tip : uint(next(), 'max fee per gas')
  const gasLimit = uint(next(), 'gas limit', 64)
  const to = recipient(next())
  const value = uint(next(), 'value')
  const data = bytes(next(), 'data')
  const accessList = list(next()).map(accessListItem)
  const authorizations = type === 4 ? list(next()).map(authorizationItem) : []
  if (type === 4 && to === undefined) throw new Error('a set-code transaction can not create a contract')
  if (type === 4 && authorizations.length === 0) throw new Error('the authorization list is empty')
  const signed = concatBytes(raw.subarray(0, 1), RLP.encode(fields.slice(0, at)))
  const yParity = uint(next(), 'y parity')
  if (yParity > 1n) throw new Error(`invalid y parity: ${yParity}`)
  return {
    hash: bytesToHex(keccak_256(raw)),
    type,
    nonce,
    gasLimit,
    to,
    value,
    data,
    maxFeePerGas,
    maxPriorityFeePerGas: tip,
    chainId,
    accessList,
    authorizations: authorizations.map(recoverAuthorization),
    ...signature(signed, yParity, next(), next()),
    v: yParity,
    raw,
  }
}

const wrongChain = (have: bigint) => new Error(`invalid chain id for signer: have ${have} want ${CHAIN}`)

function list(field: unknown, length?: number): Rlp[] {
  if (!Array.isArray(field)) throw new Error('a list was expected')
  if (length !== undefined && field.length !== length)
    throw new Error(`${length} fields were expected, there are ${field.length}`)
  return field as Rlp[]
}

function bytes(field: Rlp, what: string, length?: number): Uint8Array {
  if (Array.isArray(field)) throw new Error(`${what} is a list`)
  if (length !== undefined && field.length !== length)
    throw new Error(`${what} has ${field.length} bytes, not ${length}`)
  return field
}

function uint(field: Rlp, what: string, bits = 256): bigint {
  const b = bytes(field, what)
  if (b[0] === 0) throw new Error(`${what} has a leading zero`)
  if (b.length * 8 > bits) throw new Error(`${what} has more than ${bits} bits`)
  return bytesToBigint(b)
}

function recipient(field: Rlp): string | undefined {
  const b = bytes(field, 'to')
  return b.length === 0 ? undefined : bytesToHex(bytes(b, 'to', 20))
}

function accessListItem(field: Rlp): AccessListItem {
  const [address, keys] = list(field, 2) as [Rlp, Rlp]
  return {
    address: bytesToHex(bytes(address, 'an address', 20)),
    storageKeys: list(keys).map((key) => bytesToHex(bytes(key, 'a storage key', 32))),
  }
}

function authorizationItem(field: Rlp): Uint8Array[] {
  const item = list(field, 6) as [Rlp, Rlp, Rlp, Rlp, Rlp, Rlp]
  bytes(item[1], "an authorization's address", 20)
  const widths = [256, undefined, 64, 8, 256, 256]
  for (const [i, bits] of widths.entries()) if (bits) uint(item[i] as Rlp, 'an authorization', bits)
  return item as Uint8Array[]
}

/** Who signed, and with what. High values of s are refused (EIP-2). */
function signature(
  signed: Uint8Array,
  yParity: bigint,
  rField: Rlp,
  sField: Rlp,
): Pick<DecodedTx, 'from' | 'r' | 's'> {
  const [r, s] = [uint(rField, 'r'), uint(sField, 's')]
  if (s > SECP256K1_ORDER_DIV_2) throw new Error('invalid signature: s is too high')
  const key = ecrecover(keccak_256(signed), yParity, pad(rField as Uint8Array), pad(sField as Uint8Array))
  return { from: bytesToHex(publicToAddress(key)), r, s }
}

/** EIP-7702: an item whose signature does not recover is skipped, not refused. */
export function recoverAuthorization(item: Uint8Array[]): Authorization {
  const [chainId, address, nonce, yParity, r, s] = item as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  let authority: string | undefined
  try {
    const hash = keccak_256(concatBytes(new Uint8Array([5]), RLP.encode([chainId, address, nonce])))
    authority = bytesToHex(publicToAddress(ecrecover(hash, bytesToBigint(yParity), pad(r), pad(s))))
  } catch {
    // nobody's signature: paid for like the others, and then passed over
  }
  return {
    chainId: bytesToBigint(chainId),
    address: bytesToHex(address),
    nonce: bytesToBigint(nonce),
    authority,
  }
}

function pad(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(32)
  out.set(bytes, 32 - bytes.length)
  return out
}

/** The authorizations of a type 4 transaction as they were signed: chain id, address, nonce, y parity, r, s. */
export function signedAuthorizations(raw: Uint8Array): Uint8Array[][] {
  if (raw[0] !== 4) return []
  const fields = RLP.decode(raw.subarray(1)) as unknown as Uint8Array[][][]
  return fields[9] ?? []
}
