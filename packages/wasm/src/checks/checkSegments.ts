import type { WasmModule } from '../decodeModule.ts'
import { StylusRuleError } from '../errors.ts'
import { LIMITS } from '../prices.ts'
import { refuseCount } from './refuseCount.ts'

/** Counts of everything but functions' insides, and segments that must fit what they fill. */
export function checkSegments(m: WasmModule): void {
  const remedy = 'Split the program in two contracts, or reduce what it holds.'
  refuseCount('function-count', 'functions', m.functions.length, LIMITS.functions, remedy)
  refuseCount(
    'global-count',
    'globals, the 4 of the metering included',
    m.globals.length + 4,
    LIMITS.globals,
    remedy,
  )
  refuseCount(
    'data-count-limit',
    'data segments',
    m.data.length,
    LIMITS.dataSegments,
    'Merge the data: build with lto = true and without -C link-arg=--no-merge-data-segments.',
  )
  refuseCount('element-count', 'element segments', m.elements.length, LIMITS.elementSegments, remedy)
  const table = m.tables.reduce((sum, t) => sum + t.min, 0)
  refuseCount(
    'table-entries',
    'table entries',
    table,
    LIMITS.tableEntries,
    'Use fewer function pointers and trait objects.',
  )
  const bytes = m.elements.reduce((sum, e) => sum + e.encodedBytes, 0)
  refuseCount(
    'element-bytes',
    'bytes of element segments',
    bytes,
    LIMITS.elementBytes,
    'Use fewer function pointers and trait objects.',
  )

  const memoryBytes = m.memories[0]!.min * 65536
  for (const d of m.data) {
    if (d.at) refuseOutside('data', d.at.op.value, d.payload.length, memoryBytes, d.offset)
  }
  for (const e of m.elements) {
    if (e.at) refuseOutside('element', e.at.op.value, e.functions.length, m.tables[0]!.min, e.offset)
  }
}

function refuseOutside(what: string, signed: bigint, length: number, room: number, offset: number): void {
  const start = Number(BigInt.asUintN(32, signed))
  if (start + length <= room) return
  throw new StylusRuleError(
    'segment-bounds',
    `The ${what} segment at ${start} with ${length} ${what === 'data' ? 'bytes' : 'entries'} does not fit into ${room}`,
    'Link without a hand-written memory layout (--global-base, --initial-memory): the initial memory must hold all static data.',
    { offset },
  )
}
