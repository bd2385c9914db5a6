import { privateToAddress } from '@ethereumjs/util'
import { bytesToHex, hexToBytes } from './bytes.ts'

/** Address of a private key. Hex in (with or without prefix), hex out without prefix. */
export function accountOf(privateKey: string): string {
  return bytesToHex(privateToAddress(hexToBytes(privateKey)))
}
