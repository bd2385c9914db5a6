import { ByteWriter } from './bytes.ts'
import type {
  Constant,
  DataSegment,
  ElementSegment,
  ExternalKind,
  Limits,
  WasmModule,
} from './decodeModule.ts'
import { writeOperator } from './readOperator.ts'
import { refuseImportKind } from './rules.ts'

const KIND_BYTE: Record<ExternalKind, number> = { function: 0, table: 1, memory: 2, global: 3 }

type Write = (w: ByteWriter) => void

/**
 * Writes a module. Section headers, counts and indices get their shortest form; function bodies are copied as they are.
 * Only function imports can be written, since Stylus has no others.
 */
export function encodeModule(m: WasmModule): Uint8Array {
  const w = new ByteWriter().byte(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  const customs = (after: number) => {
    for (const c of m.customs) {
      if (c.after === after) w.byte(0).sized(new ByteWriter().name(c.name).raw(c.payload).done())
    }
  }
  const section = (id: number, present: boolean, write: Write) => {
    if (present) {
      const content = new ByteWriter()
      write(content)
      w.byte(id).sized(content.done())
    }
    customs(id)
  }
  const list = <T>(id: number, items: readonly T[], item: (w: ByteWriter, value: T) => void) =>
    section(id, items.length > 0, (x) => {
      x.u32(items.length)
      for (const value of items) item(x, value)
    })

  customs(0)
  list(1, m.types, (x, t) => {
    x.byte(0x60).sized(Uint8Array.from(t.params)).sized(Uint8Array.from(t.results))
  })
  list(2, m.imports, (x, i) => {
    if (i.kind !== 'function') refuseImportKind(i)
    x.name(i.module).name(i.name).byte(0).u32(i.type)
  })
  list(3, m.functions, (x, type) => x.u32(type))
  list(4, m.tables, (x, t) => {
    x.byte(0x70)
    writeLimits(x, t)
  })
  list(5, m.memories, writeLimits)
  list(6, m.globals, (x, g) => {
    x.byte(g.type, g.mutable ? 1 : 0)
    writeConstant(x, g.init)
  })
  list(7, m.exports, (x, e) => x.name(e.name).byte(KIND_BYTE[e.kind]).u32(e.index))
  section(8, m.start !== undefined, (x) => x.u32(m.start!))
  list(9, m.elements, writeElement)
  section(12, m.dataCount !== undefined, (x) => x.u32(m.data.length))
  list(10, m.bodies, (x, b) => {
    const content = new ByteWriter().u32(b.locals.length)
    for (const run of b.locals) content.u32(run.count).byte(run.type)
    x.sized(content.raw(b.code).done())
  })
  list(11, m.data, writeData)
  return w.done()
}

function writeLimits(w: ByteWriter, l: Limits): void {
  if (l.max === undefined) w.byte(0).u32(l.min)
  else w.byte(1).u32(l.min).u32(l.max)
}

function writeConstant(w: ByteWriter, c: Constant): void {
  writeOperator(w, c.op)
  w.byte(0x0b)
}

function writeElement(w: ByteWriter, e: ElementSegment): void {
  if (e.mode === 'active') {
    w.u32(0)
    writeConstant(w, e.at!)
  } else {
    w.u32(e.mode === 'passive' ? 1 : 3).byte(0)
  }
  w.u32(e.functions.length)
  for (const f of e.functions) w.u32(f)
}

function writeData(w: ByteWriter, d: DataSegment): void {
  if (d.at) {
    w.u32(0)
    writeConstant(w, d.at)
  } else {
    w.u32(1)
  }
  w.sized(d.payload)
}
