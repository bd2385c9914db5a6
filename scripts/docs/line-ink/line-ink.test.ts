import { describe, expect, test } from 'vitest'
import wabt from 'wabt'
import { instrument } from '../../../packages/wasm/src/instrument.ts'
import { countBlocks, spentInk } from './count-blocks.ts'
import { DwarfError, DwarfReader } from './dwarf-reader.ts'
import { readLineTable } from './line-table.ts'

const bytesOf = (text: string) => [...new TextEncoder().encode(text)]
/** A line program of DWARF 4 for `src/a.rs`; `program` is its code. */
function lineSection(program: number[], version = 4): Uint8Array {
  const names = [...bytesOf('src\0\0a.rs\0'), 1, 0, 0, 0]
  const operands = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1]
  const header = [1, 1, 1, 0xfb, 14, 13, ...operands, ...names]
  const rest = [version, 0, header.length, 0, 0, 0, ...header, ...program]
  return Uint8Array.from([rest.length, 0, 0, 0, ...rest])
}

describe('debug information', () => {
  test('numbers of variable length, with and without a sign', () => {
    expect(new DwarfReader(Uint8Array.from([0xe5, 0x8e, 0x26])).uleb()).toBe(624_485)
    expect(new DwarfReader(Uint8Array.from([0x80, 0x7f])).sleb()).toBe(-128)
    expect(new DwarfReader(Uint8Array.from([0x02])).sleb()).toBe(2)
  })

  test('a line program gives its rows', () => {
    const section = lineSection([
      ...[0, 5, 2, 0x10, 0, 0, 0], // address 0x10
      ...[3, 9, 1], // nine lines on, a row
      76, // four bytes and two lines on
      ...[2, 8, 0, 1, 1], // eight bytes on, the end
    ])
    const row = (address: number, line: number, end = false) => ({ address, file: 'src/a.rs', line, end })
    expect(readLineTable(section, 0).rows).toEqual([row(0x10, 10), row(0x14, 12), row(0x1c, 12, true)])
  })

  test('another version is refused, not misread', () => {
    expect(() => readLineTable(lineSection([], 5), 0)).toThrow(DwarfError)
  })
})

test('blocks times prices are what the meter charges, bytes that are filled included', async () => {
  const text = `(module (memory (export "memory") 1 1) (func (export "user_entrypoint") (param i32) (result i32)
    (local i32)
    (loop (local.set 1 (i32.add (local.get 1) (local.get 0)))
      (memory.fill (i32.const 8) (i32.const 1) (local.get 0))
      (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
    (if (i32.gt_u (local.get 1) (i32.const 1000)) (then (unreachable)))
    (i32.const 0)))`
  const { parseWat } = await wabt()
  const wasm = new Uint8Array(parseWat('loop.wat', text, { bulk_memory: true }).toBinary({}).buffer)
  const { wasm: counting, operators } = countBlocks(wasm)
  const run = (module: Uint8Array) =>
    new WebAssembly.Instance(new WebAssembly.Module(module as Uint8Array<ArrayBuffer>)).exports as Record<
      string,
      WebAssembly.Global & ((n: number) => number)
    >
  const counted = run(counting)
  counted.user_entrypoint!(6)
  const metered = run(instrument(wasm, { arbos: 51, debug: true }).wasm)
  metered.stylus_ink_left!.value = 1_000_000n
  metered.stylus_stack_left!.value = 10_000
  metered.user_entrypoint!(6)
  const charged = 1_000_000 - Number(metered.stylus_ink_left!.value)
  expect(operators.reduce((sum, operator) => sum + spentInk(counted, operator), 0)).toBe(charged)
  expect(charged).toBeGreaterThan(6 * 2_450)
})
