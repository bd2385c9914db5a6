import { describe, expect, test } from 'vitest'
import { intrinsicGas, type ProgramStep, programSteps } from '../test/vectors.ts'
import { assemble, programWat } from '../test/wat.ts'
import { decompressProgram, ProgramCodeError } from './brotli.ts'
import { StylusRuleError, WasmFormatError } from './errors.ts'
import { inspect } from './inspect.ts'
import type { StylusRules } from './rules.ts'

// Scenarios that change a chain parameter on the way; the recorded numbers follow from these.
const SETTINGS: Record<string, { rules?: Partial<StylusRules>; burn?: number }> = {
  'params / pages / big': { rules: { pageLimit: 64 } },
  'params / max-size / p': { rules: { maxWasmSize: 100 } },
  'arbos60-60 / activation-gas / p': { burn: 123456 },
}

const FIXED = 1_747_826
const PROGRAM_UP_TO_DATE = '0xcc944bf2'

function judge(s: ProgramStep): { kind: 'ok'; gas: number } | { kind: 'refused' | 'no code'; error: Error } {
  const setting = SETTINGS[s.where]
  // the second activation of the max-size scenario comes after the limit is back to normal
  const rules = s.step.expect.status === 1 ? {} : setting?.rules
  try {
    const wasm = decompressProgram(s.code, rules)
    return { kind: 'ok', gas: inspect(wasm, { arbos: s.arbos, debug: true, ...rules }).compileGas }
  } catch (error) {
    if (error instanceof ProgramCodeError) return { kind: 'no code', error }
    if (error instanceof WasmFormatError || error instanceof StylusRuleError)
      return { kind: 'refused', error }
    throw error
  }
}

describe('activations recorded on a nitro node', () => {
  const steps = programSteps('activate')

  test('there are about four hundred', () => {
    expect(steps.length).toBeGreaterThan(400)
  })

  test('accepted ones cost what we compute, to the gas', () => {
    const accepted = steps.filter((s) => s.step.expect.status === 1)
    expect(accepted.length).toBeGreaterThan(290)
    const paid = new Set<string>()
    for (const s of accepted) {
      const verdict = judge(s)
      if (verdict.kind !== 'ok')
        throw new Error(`${s.where}: nitro accepts, we refuse: ${verdict.error.message}`)
      const calldata = Buffer.from(`58c780c2${'00'.repeat(12)}${s.address.slice(2)}`, 'hex')
      const later = (s.arbos >= 59 ? 800 : 0) + (SETTINGS[s.where]?.burn ?? 0)
      expect({ where: s.where, gas: intrinsicGas(calldata) + FIXED + later + verdict.gas }).toEqual({
        where: s.where,
        gas: s.step.expect.gasUsed,
      })
      paid.add(s.where)
    }
  })

  test('refused ones are refused by us, with a rule and a remedy', () => {
    const refused = steps.filter((s) => s.step.expect.call?.error === 'activationFailed')
    expect(refused.length).toBeGreaterThan(70)
    for (const s of refused) {
      const verdict = judge(s)
      expect(`${s.where}: ${verdict.kind}`).toBe(`${s.where}: refused`)
      if (verdict.kind === 'ok') continue
      if (verdict.error instanceof StylusRuleError) {
        expect(verdict.error.rule).toMatch(/^[a-z-]+$/)
        expect(verdict.error.remedy.length).toBeGreaterThan(20)
      }
    }
  })

  test('code that does not decompress reverts before any rule is looked at', () => {
    const reverted = steps.filter((s) => s.step.expect.call?.error === 'revert')
    expect(reverted.length).toBeGreaterThan(15)
    for (const s of reverted) {
      const data = s.step.expect.call?.data
      const gas = s.step.expect.gasUsed!
      // up to date, too little value, gas gone after compiling: states of the chain, the program itself is fine
      const chainState = data === PROGRAM_UP_TO_DATE || gas > 1_700_000
      expect(`${s.where}: ${judge(s).kind}`).toBe(`${s.where}: ${chainState ? 'ok' : 'no code'}`)
    }
  })
})

const PRODUCTION: StylusRules = { arbos: 51, debug: false }
const ruleOf = (wasm: Uint8Array, rules: StylusRules = PRODUCTION): string => {
  try {
    inspect(wasm, rules)
    return 'accepted'
  } catch (error) {
    if (error instanceof StylusRuleError) return error.rule
    throw error
  }
}

describe('production is stricter than a development chain', () => {
  const strictAndDebug = (wasm: Uint8Array) => [ruleOf(wasm), ruleOf(wasm, { arbos: 51, debug: true })]

  test('console imports', () => {
    const wasm = assemble(programWat('i32.const 0', '(import "console" "log_i32" (func (param i32)))'))
    expect(strictAndDebug(wasm)).toEqual(['unknown-import', 'accepted'])
  })

  test('start functions', () => {
    const wasm = assemble(
      programWat('i32.const 0', '(func $s) (start $s)')
        .replace(/\(func \$s\) \(start \$s\)/, '')
        .replace(/\)$/, '(func $s) (start $s))'),
    )
    expect(strictAndDebug(wasm)).toEqual(['start', 'accepted'])
  })

  test('the limit on exports counts only what production keeps', () => {
    const exports = Array.from({ length: 1100 }, (_, i) => `(export "e${i}" (memory 0))`).join('')
    const wasm = assemble(programWat('i32.const 0').replace(/\)$/, `${exports})`))
    expect(strictAndDebug(wasm)).toEqual(['accepted', 'export-count'])
  })
})

describe('rules without a recorded activation', () => {
  test('passive data is tolerated, its payload counts', () => {
    const wasm = assemble(programWat('i32.const 0', '').replace(/\)$/, '(data "abcd"))'))
    expect(inspect(wasm, PRODUCTION)).toMatchObject({ dataPayloadBytes: 4, segmentBytes: 6 })
  })

  test('open pages reduce what a program may start with', () => {
    const wasm = assemble(
      '(module (memory (export "memory") 65 65) (func (export "user_entrypoint") (param i32) (result i32) i32.const 0))',
    )
    expect(ruleOf(wasm)).toBe('accepted')
    expect(ruleOf(wasm, { ...PRODUCTION, openPages: 64 })).toBe('memory-pages')
  })

  test('multi-value ends with ArbOS 59', () => {
    const wasm = assemble(
      programWat('i32.const 0', '').replace(/\)$/, '(func (result i32 i32) i32.const 1 i32.const 2))'),
      { multi_value: true },
    )
    expect(ruleOf(wasm)).toBe('accepted')
    expect(ruleOf(wasm, { arbos: 59, debug: false })).toBe('multi-value')
  })

  test('a type error is a format error with the engine’s offset', () => {
    const wasm = assemble(programWat('i32.const 0'))
    const broken = wasm.slice()
    broken[broken.length - 3] = 0x42 // i64.const instead of i32.const
    expect(() => inspect(broken, PRODUCTION)).toThrow(WasmFormatError)
    expect(() => inspect(broken, PRODUCTION)).toThrow(/not valid WebAssembly: .*type error/s)
  })

  test('a module above the size limit is refused before it is read', () => {
    expect(ruleOf(new Uint8Array(131073))).toBe('wasm-size')
  })
})

test('the report of the reference program has its known figures', () => {
  // write-args of the Stylus VM notes: 187 bytes with names, here without
  const wasm = assemble(programWat('local.get $len', '(import "vm_hooks" "read_args" (func (param i32)))'))
  const report = inspect(wasm, PRODUCTION)
  expect(report).toMatchObject({
    functions: 1,
    signatureWords: 2,
    wasmBytes: wasm.length,
    globals: 4,
    segmentBytes: 0,
    initialPages: 1,
    maxPages: 1,
    imports: [{ module: 'vm_hooks', name: 'read_args' }],
    exports: ['memory', 'user_entrypoint'],
    // local.get and end, one block: 2 + 12 + 13 + 4
    instrumentedOperators: 31,
    // two words of the block charge, no locals, and 4
    largestFrameWords: 6,
  })
})
