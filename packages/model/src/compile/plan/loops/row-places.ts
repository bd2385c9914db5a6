import { accountCodeInk } from '@inkling/wasm'
import { ContractWriter, type Piece } from '../../data/contract-writer.ts'
import { DATA_ROOM, type DataContract } from '../../data/data-contract.ts'
import { add, binary, i32, i64, load, type Node, or, read, sub, variable, xor } from '../../ir/nodes.ts'
import type { Program, Statement } from '../../ir/program.ts'
import type { WeightRecords } from './weight-rows.ts'

/** Takes memory for some bytes, in whole words. */
export type Allocate = (bytes: number) => number

/** Where the weights of all layers are, and how a loop gets at them. */
export interface RowPlace {
  /** Start of the record that the body of a loop works on. */
  readonly row: Node
  /** Runs `body` once for each record. */
  each(records: WeightRecords, body: readonly Statement[]): Statement[]
  /** What the program needs for it, after the last layer. */
  finish(): { before: Statement[] } & Partial<Pick<Program, 'data' | 'contracts'>> & {
      hostInk?: number
      failed?: Node
    }
}

const ROW = variable('i32', 'row')

function rowLoop(records: WeightRecords, body: readonly Statement[], end: Node): Statement {
  const step: Statement = { kind: 'assign', variable: ROW, value: add(read(ROW), i32(records.record)) }
  return { kind: 'loop', body: [...body, step], again: sub(read(ROW), end), turns: records.count }
}

/** Memory that a data segment fills, or constants at the start. */
export function memoryRows(allocate: Allocate, filledBy: 'data' | 'const-stores'): RowPlace {
  const segments: { offset: number; bytes: Uint8Array }[] = []
  return {
    row: read(ROW),
    each(records, body) {
      const address = allocate(records.bytes.length)
      segments.push({ offset: address, bytes: records.bytes })
      return [
        { kind: 'assign', variable: ROW, value: i32(address) },
        rowLoop(records, body, i32(address + records.bytes.length)),
      ]
    },
    finish: () =>
      filledBy === 'data' ? { before: [], data: segments } : { before: segments.flatMap(constantStores) },
  }
}

/** Of each piece: the contract's address, where in its code the piece begins, and its length. */
const ENTRY = { offset: 20, size: 24, bytes: 32 }

/**
 * Data contracts, each read into the same buffer when its turn comes. A contract whose code has another length than it
 * should, above all one that isn't there, makes the call fail; other bytes of that length can't be at its address.
 */
export function contractRows(allocate: Allocate): RowPlace {
  const writer = new ContractWriter()
  // words are read whole, so the last one may reach past the last record
  const buffer = allocate(DATA_ROOM + 9)
  const entries: { at: number; piece: Piece }[] = []
  const at = variable('i32', 'piece')
  const size = variable('i32', 'size')
  const got = variable('i32', 'got')
  const end = variable('i32', 'end')
  const missing = variable('i32', 'missing')
  return {
    row: read(ROW),
    each(records, body) {
      const pieces = writer.add(records.bytes, records.record)
      const table = allocate(ENTRY.bytes * pieces.length)
      for (const [k, piece] of pieces.entries()) entries.push({ at: table + ENTRY.bytes * k, piece })
      const offset = load('i32.load', ENTRY.offset, read(at))
      const turn: Statement[] = [
        { kind: 'assign', variable: size, value: load('i32.load', ENTRY.size, read(at)) },
        {
          kind: 'host',
          name: 'account_code',
          args: [read(at), offset, read(size), i32(buffer)],
          result: got,
        },
        {
          kind: 'assign',
          variable: missing,
          value: or(read(missing), xor(read(got), read(size))),
        },
        { kind: 'assign', variable: ROW, value: i32(buffer) },
        { kind: 'assign', variable: end, value: add(read(size), i32(buffer)) },
        rowLoop(records, body, read(end)),
        { kind: 'assign', variable: at, value: add(read(at), i32(ENTRY.bytes)) },
      ]
      const again = sub(read(at), i32(table + ENTRY.bytes * pieces.length))
      return [
        { kind: 'assign', variable: at, value: i32(table) },
        { kind: 'loop', body: turn, again, turns: pieces.length },
      ]
    },
    finish() {
      const contracts = writer.contracts()
      const before = entries.flatMap((entry) =>
        constantStores({ offset: entry.at, bytes: entryBytes(entry.piece, contracts) }),
      )
      let hostInk = 0
      for (const [k, { piece }] of entries.entries())
        hostInk += accountCodeInk(
          contracts[piece.contract]!.code.length,
          entries[k - 1]?.piece.contract === piece.contract,
        )
      return { before, contracts, hostInk, failed: binary('ne', read(missing), i32(0)) }
    },
  }
}

function entryBytes({ contract, offset, bytes }: Piece, contracts: readonly DataContract[]): Uint8Array {
  const entry = new Uint8Array(ENTRY.bytes)
  const { address } = contracts[contract]!
  for (let i = 0; i < 20; i++) entry[i] = Number.parseInt(address.slice(2 + 2 * i, 4 + 2 * i), 16)
  const view = new DataView(entry.buffer)
  view.setUint32(ENTRY.offset, offset, true)
  view.setUint32(ENTRY.size, bytes, true)
  return entry
}

function constantStores({ offset, bytes }: { offset: number; bytes: Uint8Array }): Statement[] {
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8)
  padded.set(bytes)
  const view = new DataView(padded.buffer)
  return Array.from({ length: padded.length / 8 }, (_, k) => ({
    kind: 'store',
    op: 'i64.store',
    address: offset + 8 * k,
    value: i64(view.getBigInt64(8 * k, true)),
  }))
}
