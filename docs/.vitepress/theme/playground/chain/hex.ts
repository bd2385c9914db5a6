export type Hex = `0x${string}`

export function toHex(bytes: ArrayLike<number>): Hex {
  let text = '0x'
  for (let i = 0; i < bytes.length; i++) text += (bytes[i] as number).toString(16).padStart(2, '0')
  return text as Hex
}

export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array((hex.length - 2) / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 + 2 * i, 4 + 2 * i), 16)
  return bytes
}

/** A 32-byte word as the ABI writes numbers and addresses. */
export const word = (value: number | bigint | Hex): string => BigInt(value).toString(16).padStart(64, '0')
