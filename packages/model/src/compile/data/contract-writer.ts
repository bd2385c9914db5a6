import { DATA_ROOM, type DataContract, dataContract } from './data-contract.ts'

/** A run of records in one contract. */
export interface Piece {
  /** Index of the contract. */
  contract: number
  /** First byte in the contract's code. */
  offset: number
  bytes: number
}

/** Lays records one after another into as many contracts as they need. No record is cut. */
export class ContractWriter {
  private readonly parts: Uint8Array[][] = []
  private used = DATA_ROOM

  /** @param record length of a record, at most `DATA_ROOM`; `bytes` is a whole number of them. */
  add(bytes: Uint8Array, record: number): Piece[] {
    const pieces: Piece[] = []
    for (let at = 0; at < bytes.length; ) {
      if (DATA_ROOM - this.used < record) {
        this.parts.push([])
        this.used = 0
      }
      const room = Math.floor((DATA_ROOM - this.used) / record) * record
      const part = bytes.subarray(at, at + room)
      this.parts.at(-1)!.push(part)
      pieces.push({ contract: this.parts.length - 1, offset: 1 + this.used, bytes: part.length })
      this.used += part.length
      at += part.length
    }
    return pieces
  }

  contracts(): DataContract[] {
    return this.parts.map((parts) => {
      const payload = new Uint8Array(parts.reduce((n, part) => n + part.length, 0))
      let at = 0
      for (const part of parts) {
        payload.set(part, at)
        at += part.length
      }
      return dataContract(payload)
    })
  }
}
