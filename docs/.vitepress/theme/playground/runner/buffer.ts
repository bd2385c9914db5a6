/** The little of Node's Buffer that checks use, for a Worker. */
export const PageBuffer = {
  from(value: string | ArrayLike<number>, encoding?: 'hex' | 'base64'): Uint8Array {
    const bytes =
      typeof value !== 'string'
        ? Uint8Array.from(value)
        : encoding === 'hex'
          ? Uint8Array.from(value.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
          : encoding === 'base64'
            ? Uint8Array.from(atob(value), (char) => char.charCodeAt(0))
            : new TextEncoder().encode(value)
    const view = new DataView(bytes.buffer)
    return Object.assign(bytes, {
      toString: (as?: string) =>
        as === 'hex'
          ? Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
          : new TextDecoder().decode(bytes),
      readBigInt64LE: (at = 0) => view.getBigInt64(at, true),
      readInt32LE: (at = 0) => view.getInt32(at, true),
    })
  },
}
