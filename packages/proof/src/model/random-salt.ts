/** 248 random bits from the system's generator, for `commitToInput`: as many as fit below r whatever they are. */
export function randomSalt(): bigint {
  let salt = 0n
  for (const byte of crypto.getRandomValues(new Uint8Array(31))) salt = (salt << 8n) | BigInt(byte)
  return salt
}
