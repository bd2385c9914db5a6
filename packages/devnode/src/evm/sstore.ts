export interface SstoreInput {
  /** Value at the start of the transaction. */
  original: Uint8Array
  current: Uint8Array
  value: Uint8Array
  /** First access of the slot in this transaction. */
  cold: boolean
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.every((x, i) => x === b[i])
const isZero = (a: Uint8Array): boolean => a.every((x) => x === 0)

/** Gas and refund of one SSTORE: EIP-2200 net metering with EIP-2929 access costs and EIP-3529 refunds. */
export function sstoreCost({ original, current, value, cold }: SstoreInput): { gas: bigint; refund: bigint } {
  const access = cold ? 2100n : 0n
  if (equal(current, value)) return { gas: access + 100n, refund: 0n }
  if (equal(original, current)) {
    if (isZero(original)) return { gas: access + 20_000n, refund: 0n }
    return { gas: access + 2900n, refund: isZero(value) ? 4800n : 0n }
  }
  let refund = 0n
  if (!isZero(original)) {
    if (isZero(current)) refund -= 4800n
    else if (isZero(value)) refund += 4800n
  }
  if (equal(original, value)) refund += isZero(original) ? 19_900n : 2800n
  return { gas: access + 100n, refund }
}
