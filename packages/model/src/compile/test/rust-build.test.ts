import { readFileSync } from 'node:fs'
import path from 'node:path'
import { decompressProgram } from '@inkling/wasm/brotli'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildRust } from '../../../../../scripts/bench/inference/build-rust.ts'
import { rustToolchain, ToolchainError } from '../../../../../scripts/toolchain/index.mjs'
import { loadModel } from '../../load-model.ts'
import type { Model, Vectors } from '../../types.ts'
import { planModel } from '../index.ts'
import { splitProgram } from '../ir/split/split-program.ts'
import { arbitraryTrees, rowsOf } from './arbitrary-models.ts'
import { expected, runKernel } from './run-kernel.ts'

const hasRust = await rustToolchain({ install: false }).then(
  () => true,
  (error) => {
    if (error instanceof ToolchainError) return false
    throw error
  },
)

const folder = path.join(import.meta.dirname, '../../../models')
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.slice(2), 'hex'))

/** The plan built by cargo, in the JavaScript engine. `functions` splits it first. */
async function build(model: Model, name: string, functions?: { operators: number; parameters: number }) {
  const plan = planModel(model, { build: 'scores' })
  const program = functions ? splitProgram(plan.program, functions)! : plan.program
  expect(program.functions.length > 2).toBe(functions !== undefined)
  const code = await buildRust({ ...plan, program, name }, 'raw')
  return runKernel(decompressProgram(code))
}

test.skipIf(!hasRust).each([
  ['whole', undefined],
  ['in functions', { operators: 100, parameters: 2 }],
] as const)('the smallest net, %s: all vectors', { timeout: 300_000 }, async (how, functions) => {
  const name = 'tic-tac-toe-18-12-9'
  const model = loadModel(read(`${name}.model.json`)) as Model
  const vectors = JSON.parse(read(`${name}.vectors.json`)) as Vectors
  const run = await build(model, `test ${name} ${how}`, functions)
  for (const [i, input] of vectors.input.entries()) {
    const output = new Uint8Array(Int32Array.from(vectors.scores[i]!).buffer)
    expect(run(bytes(input))).toEqual({ status: 0, output })
  }
})

test.skipIf(!hasRust)('trees with several sums in functions', { timeout: 300_000 }, async () => {
  const options = { operators: 400, parameters: 2 }
  const several = (m: Model) => {
    const { program } = planModel(m, { build: 'scores' })
    const shared = splitProgram(program, options)?.shared?.words ?? 0
    return shared > 3 && splitProgram(program, options)!.functions.length > 3
  }
  const [model] = fc.sample(arbitraryTrees.filter(several), { numRuns: 1, seed: 21 })
  const run = await build(model!, 'test trees in functions', options)
  for (const row of rowsOf(model!, 200, 8)) {
    const { input, output } = expected(model!, 'scores', row)
    expect(run(input)).toEqual({ status: 0, output })
  }
})
