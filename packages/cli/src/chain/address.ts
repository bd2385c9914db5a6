import { type Address, isAddress } from 'viem'
import { UsageError } from '../errors.ts'

/** An address as it was typed. @throws UsageError (exit 2) for anything else. */
export function addressOf(text: string, what: string): Address {
  if (isAddress(text, { strict: false })) return text
  throw new UsageError(`${what} is an address, not '${text}'`, { remedy: '0x and 40 hex digits' })
}
