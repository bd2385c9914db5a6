import { createCustomCommon, Hardfork, Mainnet } from '@ethereumjs/common'
import { RLP } from '@ethereumjs/rlp'
import { createTxFromRLP, type TypedTransaction } from '@ethereumjs/tx'
import { ecrecover, publicToAddress } from '@ethereumjs/util'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToBigint, bytesToHex, concatBytes } from '../bytes.ts'
import { CHAIN_ID } from '../constants.ts'
import { RpcError } from '../errors.ts'
import type { AccessListItem, Authorization } from './execute.ts'

// Prague, because Osaka would refuse gas limits above 2^24, a rule that Arbitrum does not have
const common = createCustomCommon({ chainId: CHAIN_ID }, Mainnet, { hardfork: Hardfork.Prague })

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
  let tx: TypedTransaction
  let from: string
  try {
    tx = createTxFromRLP(raw, { common, allowUnlimitedInitCodeSize: true })
    from = bytesToHex(tx.getSenderAddress().bytes)
  } catch (e) {
    throw new RpcError(-32000, `the transaction can't be decoded: ${(e as Error).message.slice(0, 200)}`)
  }
  const fees = tx as unknown as { gasPrice?: bigint; maxFeePerGas?: bigint; maxPriorityFeePerGas?: bigint }
  const lists = tx as unknown as {
    accessList?: [Uint8Array, Uint8Array[]][]
    authorizationList?: Uint8Array[][]
  }
  return {
    hash: bytesToHex(tx.hash()),
    type: tx.type,
    from,
    to: tx.to ? bytesToHex(tx.to.bytes) : undefined,
    nonce: tx.nonce,
    value: tx.value,
    data: tx.data,
    gasLimit: tx.gasLimit,
    maxFeePerGas: fees.maxFeePerGas ?? fees.gasPrice ?? 0n,
    maxPriorityFeePerGas: fees.maxPriorityFeePerGas ?? fees.gasPrice ?? 0n,
    chainId: tx.type === 0 && (tx.v ?? 0n) < 35n ? undefined : BigInt(CHAIN_ID),
    accessList: (lists.accessList ?? []).map(([address, keys]) => ({
      address: bytesToHex(address),
      storageKeys: keys.map(bytesToHex),
    })),
    authorizations: (lists.authorizationList ?? []).flatMap((item) => authorization(item) ?? []),
    v: tx.v ?? 0n,
    r: tx.r ?? 0n,
    s: tx.s ?? 0n,
    raw,
  }
}

/** EIP-7702: an item whose signature does not recover is skipped, not refused. */
function authorization(item: Uint8Array[]): Authorization | undefined {
  const [chainId, address, nonce, yParity, r, s] = item as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  try {
    const hash = keccak_256(concatBytes(new Uint8Array([5]), RLP.encode([chainId, address, nonce])))
    const key = ecrecover(hash, bytesToBigint(yParity), pad(r), pad(s))
    return {
      chainId: bytesToBigint(chainId),
      address: bytesToHex(address),
      nonce: bytesToBigint(nonce),
      authority: bytesToHex(publicToAddress(key)),
    }
  } catch {
    return undefined
  }
}

function pad(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(32)
  out.set(bytes, 32 - bytes.length)
  return out
}
