import { describe, expect, test } from 'vitest'
import { assemble, programWat } from '../test/wat.ts'
import { VM_HOOKS } from './hostImports.ts'
import { OPERATORS } from './operators.ts'
import { priceBlocks } from './priceBlocks.ts'
import { OPERATOR_INK, PAGE_RAMP, UNPAYABLE } from './prices.ts'

const inks = (body: string, more?: string) =>
  priceBlocks(assemble(programWat(body, more))).map((f) => f.blocks.map((b) => b.ink))[0]

describe('priceBlocks', () => {
  test('a block is paid with its terminator and 2,450', () => {
    // local.get 75, end 1
    expect(inks('local.get 0')).toEqual([2450 + 75 + 1])
  })

  test('the reference program of the notes', () => {
    const more =
      '(import "vm_hooks" "read_args" (func $read (param i32))) (import "vm_hooks" "write_result" (func $write (param i32 i32)))'
    const body = '(call $read (i32.const 0)) (call $write (i32.const 0) (local.get $len)) (i32.const 0)'
    expect(inks(body, more)).toEqual([6251, 6326, 2452])
  })

  test('block and unreachable do not end a block, loop and the branches do', () => {
    expect(inks('block unreachable end i32.const 0')).toEqual([2450 + 1 + 1 + 1, 2450 + 1 + 1])
    expect(inks('loop end i32.const 0')).toEqual([2450 + 1, 2450 + 1, 2450 + 1 + 1])
  })

  test('targets and parameters are paid by number', () => {
    // br_table with two targets and a default, then two ends of blocks, then the rest
    expect(inks('block block local.get 0 br_table 0 1 1 end end i32.const 0')![0]).toBe(
      2450 + 1 + 1 + 75 + 2400 + 2 * 325,
    )
    const more = '(type $f (func (param i32 i32) (result i32))) (table 1 1 funcref)'
    expect(inks('(call_indirect (type $f) (local.get 0) (local.get 0) (i32.const 0))', more)![0]).toBe(
      2450 + 75 + 75 + 1 + 13610 + 2 * 650,
    )
  })

  test('a float makes its block unpayable', () => {
    expect(inks('f32.const 1 drop i32.const 0')).toEqual([UNPAYABLE])
  })
})

describe('tables', () => {
  test('every operator has a price, and only the expected ones are unpayable', () => {
    const unpayable = [...OPERATORS.values()]
      .filter((o) => OPERATOR_INK.get(o.code) === UNPAYABLE)
      .map((o) => o.name)
    expect(unpayable.every((name) => /f32|f64|^(table|elem|data)\.|^memory\.init$/.test(name))).toBe(true)
    expect([...OPERATOR_INK.keys()].sort()).toEqual([...OPERATORS.keys()].sort())
  })

  test('42 host functions, 129 page prices', () => {
    expect(VM_HOOKS.size).toBe(42)
    expect(PAGE_RAMP.length).toBe(129)
    expect(PAGE_RAMP[128]).toBe(31873999)
  })
})
