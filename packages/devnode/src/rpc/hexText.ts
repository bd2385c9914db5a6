import { to0x } from '../bytes.ts'

/** Text as hex of its UTF-8 bytes: state dumps travel that way. */
export const stringToHex = (text: string): string => to0x(new TextEncoder().encode(text))
export const hexToString = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
