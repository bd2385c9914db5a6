import { describe, expect, test } from 'vitest'
import { programSteps } from '../test/vectors.ts'
import { assemble, programWat, roundTrip } from '../test/wat.ts'
import { decompressProgram } from './brotli.ts'
import { canonicalise } from './canonicalise.ts'
import { StylusRuleError } from './errors.ts'
import { inspect } from './inspect.ts'
import { priceBlocks } from './priceBlocks.ts'
import { stripCustomSections } from './stripCustomSections.ts'

const PRODUCTION = { arbos: 51, debug: false }
const icall = assemble(
  programWat(
    '(call_indirect (type $f) (local.get $len) (i32.const 0))',
    '(type $f (func (param i32) (result i32))) (table 1 1 funcref) (elem (i32.const 0) func 0)',
  ),
)

/** The module with the table index of its one call_indirect in five bytes, as rustc writes it. */
function overlong(wasm: Uint8Array): Uint8Array {
  const at = wasm.lastIndexOf(0x11)
  const section = wasm.lastIndexOf(10, at - 1)
  const bytes = [...wasm]
  bytes.splice(at + 2, 1, 0x80, 0x80, 0x80, 0x80, 0x00)
  // one function: the section's length, then a count of 1, then the body's length
  bytes[section + 1]! += 4
  bytes[section + 3]! += 4
  return Uint8Array.from(bytes)
}

describe('canonicalise', () => {
  test('an overlong table index becomes one byte, and the module passes', () => {
    const raw = overlong(icall)
    expect(WebAssembly.validate(raw as Uint8Array<ArrayBuffer>)).toBe(true)
    expect(() => inspect(raw, PRODUCTION)).toThrow(StylusRuleError)
    expect(canonicalise(raw)).toEqual(icall)
    expect(() => inspect(canonicalise(raw), PRODUCTION)).not.toThrow()
  })

  test('a DataCount section goes', () => {
    // wabt writes one where memory.init is used; drop the use and keep the section
    const wasm = assemble(programWat('i32.const 0').replace(/\)$/, '(data "abc"))'))
    const withCount = insertSection(wasm, 10, [12, 1, 1])
    expect(WebAssembly.validate(withCount as Uint8Array<ArrayBuffer>)).toBe(true)
    expect(() => inspect(withCount, PRODUCTION)).toThrow(/DataCount/)
    expect(canonicalise(withCount)).toEqual(wasm)
  })

  test('padded section lengths and indices shrink without a change to the ink', () => {
    const padded = assemble(programWat('(i32.add (local.get $len) (i32.const 7))'), {}, { canonical: false })
    const short = canonicalise(padded)
    expect(short.length).toBeLessThan(padded.length)
    const inks = (wasm: Uint8Array) => priceBlocks(wasm).map((f) => f.blocks.map((b) => b.ink))
    expect(inks(short)).toEqual(inks(padded))
  })

  test('every program of the recorded runs is canonical already, and wabt agrees', () => {
    const seen = new Set<string>()
    for (const s of programSteps('activate')) {
      if (s.step.expect.status !== 1) continue
      const wasm = decompressProgram(s.code)
      const key = Buffer.from(wasm).toString('base64')
      if (seen.has(key)) continue
      seen.add(key)
      expect([s.where, canonicalise(wasm)]).toEqual([s.where, wasm])
      if (wasm.length < 4000) {
        expect([s.where, stripCustomSections(canonicalise(wasm))]).toEqual([s.where, roundTrip(wasm)])
      }
    }
    expect(seen.size).toBeGreaterThan(200)
  })

  test('a proposal that no rewriting takes out is named', () => {
    const simd = assemble(programWat('(i32x4.extract_lane 0 (v128.const i32x4 1 2 3 4))'), { simd: true })
    expect(() => canonicalise(simd)).toThrow(/SIMD/)
  })
})

/** Puts a section in front of the first one with id `before`. */
function insertSection(wasm: Uint8Array, before: number, section: number[]): Uint8Array {
  let at = 8
  while (wasm[at] !== before) at += 2 + wasm[at + 1]!
  return Uint8Array.from([...wasm.slice(0, at), ...section, ...wasm.slice(at)])
}

describe('stripCustomSections', () => {
  const custom = (name: string) => [0, name.length + 3, name.length, ...Buffer.from(name), 1, 2]
  const wasm = Uint8Array.from([...icall, ...custom('name'), ...custom('producers')])

  test('drops all of them', () => {
    expect(stripCustomSections(wasm)).toEqual(icall)
  })

  test('keeps the named ones byte for byte', () => {
    expect(stripCustomSections(wasm, { keep: ['name'] })).toEqual(
      Uint8Array.from([...icall, ...custom('name')]),
    )
  })
})
