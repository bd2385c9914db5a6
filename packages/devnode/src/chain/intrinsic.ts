import { RpcError } from '../errors.ts'

export interface IntrinsicInput {
  data: Uint8Array
  isCreate: boolean
  accessList: readonly { storageKeys: readonly unknown[] }[]
  authorizations: number
}

/** Gas of a transaction before anything runs (EIP-2028, 2930, 3860, 7702). Arbitrum has no calldata floor (EIP-7623 is off). */
export function intrinsicGas({ data, isCreate, accessList, authorizations }: IntrinsicInput): bigint {
  let gas = 21_000n + BigInt(calldataGas(data))
  if (isCreate) gas += 32_000n + 2n * BigInt(Math.ceil(data.length / 32))
  for (const entry of accessList) gas += 2400n + 1900n * BigInt(entry.storageKeys.length)
  return gas + 25_000n * BigInt(authorizations)
}

/** Gas of calldata: 4 a zero byte, 16 any other. */
export function calldataGas(data: Uint8Array): number {
  let zeros = 0
  for (const byte of data) if (byte === 0) zeros++
  return 4 * zeros + 16 * (data.length - zeros)
}

/** EIP-3860 limit, twice the code size. */
export const MAX_INIT_CODE = 49_152

export function checkInitCode(length: number): void {
  if (length > MAX_INIT_CODE)
    throw new RpcError(-32000, `max initcode size exceeded: code size ${length} limit ${MAX_INIT_CODE}`)
}
