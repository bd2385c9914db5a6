import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decompressProgram } from '../brotli.ts'
import { canonicalise } from '../canonicalise.ts'
import { StylusRuleError, WasmFormatError } from '../errors.ts'
import { findRisks } from './findRisks.ts'
import { FINDINGS } from './kinds.ts'

const code = new URL('../../../../docs/data/programs/v1.code', import.meta.url)
const wasm = canonicalise(decompressProgram(new Uint8Array(readFileSync(code))))

/** Numbers from 0 up to `below`, always the same ones. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

test('damaged modules end in a typed error or in findings, never in a fault', () => {
  const next = numbers(7)
  let read = 0
  for (let round = 0; round < 400; round++) {
    const damaged = wasm.slice()
    for (let n = 0; n <= next(4); n++) damaged[8 + next(damaged.length - 8)] = next(256)
    try {
      for (const { id, severity } of findRisks(damaged)) expect(FINDINGS[id].severity).toBe(severity)
      read++
    } catch (error) {
      expect(error instanceof WasmFormatError || error instanceof StylusRuleError, String(error)).toBe(true)
    }
  }
  expect(read).toBeGreaterThan(5)
})
