import { R } from '../field.ts'

/** Where secrets come from. The system's generator by default; tests may pass another and say so. */
export type RandomScalar = () => bigint

/** A uniform integer from 1 to r - 1, from the system's generator (`crypto.getRandomValues`). */
export const randomScalar: RandomScalar = () => {
  // 384 bits modulo r: the bias is below 2^-128.
  const bytes = crypto.getRandomValues(new Uint8Array(48))
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return (value % (R - 1n)) + 1n
}
