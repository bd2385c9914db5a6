/**
 * In place of what no lab of the terminal uses, and what would make its one file much larger: word lists and keys for
 * mnemonics (viem/accounts), WebSockets (viem), proofs (lab 7 is for a clone).
 */
const notHere = (): never => {
  throw new Error('this runs in your clone, not in the terminal')
}

export const wordlist: string[] = []
export const generateMnemonic = notHere
export const mnemonicToSeedSync = notHere
export const HDKey = { fromMasterSeed: notHere, fromExtendedKey: notHere }
export class WebSocket {
  constructor() {
    notHere()
  }
}
