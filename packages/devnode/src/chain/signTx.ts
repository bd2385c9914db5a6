import { RLP } from '@ethereumjs/rlp'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bigintToBytes, bytesToBigint, bytesToHex, concatBytes, hexToBytes } from '../bytes.ts'
import { CHAIN_ID } from '../constants.ts'
import { type DecodedTx, decodeTx } from './decodeTx.ts'

/** A transaction without its signature. `type` 0, 1, 2 or 4; addresses in hex without prefix. */
export interface UnsignedTx extends Omit<DecodedTx, 'hash' | 'chainId' | 'v' | 'r' | 's' | 'raw'> {
  /** The authorizations as they were signed: chain id, address, nonce, y parity, r, s. */
  signedAuthorizations: Uint8Array[][]
}

export interface Signature {
  r: bigint
  s: bigint
  yParity: bigint
}

/** Signs 32 bytes. `privateKey` in hex. */
export function signHash(hash: Uint8Array, privateKey: string): Signature {
  const bytes = secp256k1.sign(hash, hexToBytes(privateKey), { prehash: false, format: 'recovered' })
  return {
    yParity: BigInt(bytes[0] as number),
    r: bytesToBigint(bytes.subarray(1, 33)),
    s: bytesToBigint(bytes.subarray(33)),
  }
}

/** Signs a transaction with the sender's key. */
export function signTx(tx: UnsignedTx, privateKey: string): DecodedTx {
  return decodeTx(encode(tx, signHash(keccak_256(encode(tx)), privateKey)))
}

/** A transaction of an account whose key nobody has: the signature says who sent it and proves nothing. */
export function unsignedTx(tx: UnsignedTx): DecodedTx {
  const signature = { r: BigInt(`0x${tx.from}`), s: 1n, yParity: 0n }
  const raw = encode(tx, signature)
  const { signedAuthorizations: _, ...rest } = tx
  const v = tx.type === 0 ? 35n + 2n * BigInt(CHAIN_ID) : 0n
  return {
    ...rest,
    hash: bytesToHex(keccak_256(raw)),
    chainId: BigInt(CHAIN_ID),
    v,
    r: signature.r,
    s: signature.s,
    raw,
  }
}

/** RLP with the type in front (EIP-2718). Without a signature: what is hashed and signed. */
function encode(tx: UnsignedTx, signature?: Signature): Uint8Array {
  const chainId = BigInt(CHAIN_ID)
  const to = tx.to === undefined ? new Uint8Array(0) : hexToBytes(tx.to)
  const common = [tx.gasLimit, to, tx.value, tx.data]
  const sig = signature && [signature.yParity, minimal(signature.r), minimal(signature.s)]
  if (tx.type === 0) {
    const tail = sig ? [(sig[0] as bigint) + 35n + 2n * chainId, sig[1], sig[2]] : [chainId, 0n, 0n]
    return RLP.encode([tx.nonce, tx.maxFeePerGas, ...common, ...tail] as Parameters<typeof RLP.encode>[0])
  }
  const fees = tx.type === 1 ? [tx.maxFeePerGas] : [tx.maxPriorityFeePerGas, tx.maxFeePerGas]
  const list = tx.accessList.map((a) => [hexToBytes(a.address), a.storageKeys.map(hexToBytes)])
  const authorizations = tx.type === 4 ? [tx.signedAuthorizations] : []
  const fields = [chainId, tx.nonce, ...fees, ...common, list, ...authorizations, ...(sig ?? [])]
  const body = RLP.encode(fields as Parameters<typeof RLP.encode>[0])
  return concatBytes(new Uint8Array([tx.type]), body)
}

/** RLP's form of an integer: no leading zeros. */
export function minimal(value: bigint): Uint8Array {
  const all = bigintToBytes(value, 32)
  const from = all.findIndex((b) => b !== 0)
  return from < 0 ? new Uint8Array(0) : all.subarray(from)
}
