import { describe, expect, test } from 'vitest'
import { run } from '../test/host.ts'
import { assemble, programWat } from '../test/wat.ts'
import { inspect } from './inspect.ts'
import { instrument } from './instrument.ts'

const RULES = { arbos: 51, debug: true }

describe('frameWords', () => {
  test('two locals, three words of operands and four: nine', () => {
    // one i32 stays on the stack while the charge of the next block adds two
    const wasm = assemble(programWat('(local i64 i64) i32.const 0 block end'))
    expect(inspect(wasm, RULES).largestFrameWords).toBe(9)
  })

  test('parameters do not count, locals do', () => {
    const frame = (body: string) => inspect(assemble(programWat(body)), RULES).largestFrameWords
    expect(frame('i32.const 0')).toBe(6)
    expect(frame('(local i32 i64 f64) i32.const 0')).toBe(9)
  })
})

// calls itself as often as there are bytes of calldata
const recursive = assemble(`(module (memory (export "memory") 1 1)
  (func $down (param $n i32)
    (if (local.get $n) (then (call $down (i32.sub (local.get $n) (i32.const 1))))))
  (func (export "user_entrypoint") (param $n i32) (result i32) (call $down (local.get $n)) (i32.const 0)))`)
const down = (depth: number, stack: number) =>
  run(instrument(recursive, RULES).wasm, { ink: 10n ** 12n, stack, args: new Uint8Array(depth) })

describe('stack at run time', () => {
  test('out of stack is "not more than the frame"', () => {
    // both functions take 6 words: two for the charge of a block, no locals, and 4
    expect(down(0, 13)).toMatchObject({ end: 'success', stackLeft: 13 })
    expect(down(0, 12)).toMatchObject({ end: 'out of stack', stackLeft: 0, inkLeft: 0n })
    expect(down(10, 13 + 60).end).toBe('success')
    expect(down(10, 12 + 60).end).toBe('out of stack')
  })

  test('a branch to the outermost label keeps the words', () => {
    const wasm = assemble(`(module (memory (export "memory") 1 1)
      (func $leak (br 0)) (func $tidy (return))
      (func (export "user_entrypoint") (param $n i32) (result i32)
        (if (local.get $n) (then (call $leak)) (else (call $tidy))) (i32.const 0)))`)
    const metered = instrument(wasm, RULES).wasm
    const left = (args: number) =>
      run(metered, { ink: 10n ** 9n, stack: 100, args: new Uint8Array(args) }).stackLeft
    expect(left(0)).toBe(100)
    expect(left(1)).toBe(94)
  })
})
