import { expect, test } from 'vitest'
import { fromHex, vectorFiles } from '../test/vectors.ts'
import { compress, decompressProgram, ProgramCodeError, type ProgramCodeProblem } from './brotli.ts'

const wasm = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
const code = compress(wasm)

function problem(bytes: Uint8Array, maxWasmSize?: number): ProgramCodeProblem | 'none' {
  try {
    decompressProgram(bytes, { maxWasmSize })
    return 'none'
  } catch (error) {
    if (error instanceof ProgramCodeError) return error.problem
    throw error
  }
}

test('a module comes back from its code', () => {
  expect([...code.slice(0, 4)]).toEqual([0xef, 0xf0, 0, 0])
  expect(decompressProgram(code)).toEqual(wasm)
})

test('what the chain tolerates', () => {
  expect(decompressProgram(Uint8Array.from([...code, 1, 2, 3]))).toEqual(wasm)
  expect(decompressProgram(Uint8Array.from([0xef, 0xf0, 0, 1, ...code.slice(4)]))).toEqual(wasm)
  // a stream without content is an empty module; that it isn't valid is for inspect() to say
  expect(decompressProgram(compress(new Uint8Array()))).toEqual(new Uint8Array())
})

test('what it does not', () => {
  expect(problem(Uint8Array.from([0x60, 0x80]))).toBe('not-stylus')
  expect(problem(Uint8Array.from([0xef, 0xf0, 0]))).toBe('not-stylus')
  expect(problem(Uint8Array.from([0xef, 0xf0, 1, 0, 5]))).toBe('fragment')
  expect(problem(Uint8Array.from([0xef, 0xf0, 2, 0, 5]))).toBe('root')
  expect(problem(Uint8Array.from([0xef, 0xf0, 3, 0, 5]))).toBe('not-stylus')
  expect(problem(Uint8Array.from([0xef, 0xf0, 0, 2, ...code.slice(4)]))).toBe('dictionary')
  expect(problem(code.slice(0, -1))).toBe('truncated')
  expect(problem(Uint8Array.from([0xef, 0xf0, 0, 0]))).toBe('truncated')
  expect(problem(Uint8Array.from([0xef, 0xf0, 0, 0, ...wasm]))).toBe('corrupt')
  expect(problem(code, 7)).toBe('too-large')
  expect(problem(code, 8)).toBe('none')
  expect(problem(compress(new Uint8Array(131073)))).toBe('too-large')
})

test('the code of the recorded programs decompresses to their wasm', () => {
  let compared = 0
  for (const file of vectorFiles()) {
    // the scenario 'compression' has code that was spoiled by hand
    const scenarios = file.scenarios.filter((s) => s.name !== 'compression')
    for (const programs of [file.programs, ...scenarios.map((s) => s.programs ?? {})]) {
      for (const p of Object.values(programs)) {
        if (!p.wasm || !/^(0x)?eff000(00|01)/.test(p.code)) continue
        const raw = fromHex(p.code)
        if (problem(raw) !== 'none') continue
        expect(Buffer.from(decompressProgram(raw)).toString('base64')).toBe(p.wasm)
        compared++
      }
    }
  }
  expect(compared).toBeGreaterThan(250)
})
