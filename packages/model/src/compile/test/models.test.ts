import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadModel } from '../../load-model.ts'
import type { Model, Vectors } from '../../types.ts'
import { compileModel, inputInk } from '../index.ts'
import { deployKernel } from './devnode.ts'
import { runKernel } from './run-kernel.ts'

const folder = path.join(import.meta.dirname, '../../../models')
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((f) => f.endsWith('.model.json'))
      .map((f) => f.slice(0, -'.model.json'.length))
  : []

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.slice(2), 'hex'))

describe.each(names)('%s', (name) => {
  const model = loadModel(readFileSync(path.join(folder, `${name}.model.json`), 'utf8')) as Model
  const vectors = JSON.parse(readFileSync(path.join(folder, `${name}.vectors.json`), 'utf8')) as Vectors

  test.each(['label', 'scores'] as const)('%s: all vectors, and the printed ink', async (build) => {
    const { plan, wasm, costs } = compileModel(model, { build })
    const wanted = (i: number) =>
      build === 'label'
        ? Uint8Array.of(vectors.label[i]!)
        : new Uint8Array(Int32Array.from(vectors.scores[i]!).buffer)
    const run = await runKernel(wasm)
    expect(vectors.input.length).toBeGreaterThanOrEqual(500)
    for (const [i, input] of vectors.input.entries())
      expect(run(bytes(input))).toEqual({ status: 0, output: wanted(i) })

    const kernel = await deployKernel(wasm)
    expect(kernel.activationGas).toBe(costs.activationGas)
    for (const i of [0, 1, 7, vectors.input.length - 1]) {
      const input = bytes(vectors.input[i]!)
      const called = await kernel.call(input)
      expect(called).toMatchObject({ ok: true, output: wanted(i), ink: inputInk(plan, input) })
      expect(called.ink).toBeGreaterThanOrEqual(costs.kernelInk.min)
      expect(called.ink).toBeLessThanOrEqual(costs.kernelInk.max)
      // not in the cache: entry is paid in full
      expect(called.frameGas).toBe(costs.entryGas.uncached + Math.ceil(called.ink / 10_000))
    }
    const { length } = bytes(vectors.input[0]!)
    for (const wrong of [0, length - 1, length + 1, 70_000])
      expect(await kernel.call(new Uint8Array(wrong))).toMatchObject({ ok: false, output: new Uint8Array() })
  })
})
