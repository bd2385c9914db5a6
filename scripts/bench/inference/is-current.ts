import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileModel } from '../../../packages/model/src/compile/index.ts'
import { loadModel } from '../../../packages/model/src/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import type { ModelFigures } from './bench-model.ts'

/**
 * Do stored figures belong to the model file and the compiler there are now? Ink is the same on every machine, so
 * nothing has to be measured.
 *
 * @returns what is stale, or undefined
 */
export function staleReason({ name, sha256, kernels, accuracy }: ModelFigures): string | undefined {
  const models = join(root, 'packages', 'model', 'models')
  const file = join(models, `${name}.model.json`)
  if (!existsSync(file)) return 'there is no such model'
  const model = loadModel(readFileSync(file, 'utf8'))
  if (sha256 !== model.sha256) return 'of another model file'
  const metrics = join(models, `${name}.metrics.json`)
  const now = existsSync(metrics) ? (JSON.parse(readFileSync(metrics, 'utf8')) as { accuracy?: number }) : {}
  if ((now.accuracy ?? null) !== accuracy) return `accuracy ${accuracy}, its metrics say ${now.accuracy}`
  const { costs } = compileModel(model, { build: 'label' })
  const measured = kernels.find((kernel) => kernel.name === 'compiled')
  if (!measured) return 'has no compiled kernel'
  if (measured.wasmBytes !== costs.wasmBytes)
    return `${measured.wasmBytes} bytes of wasm, now ${costs.wasmBytes}`
  const { min, max } = costs.kernelInk
  // A tree's ink depends on the path; what was measured lies between the cheapest and the dearest one.
  const inside = measured.kernelInk <= max && measured.kernelInkMin >= min
  if (!inside || (min === max && measured.kernelInk !== max))
    return `${measured.kernelInkMin} to ${measured.kernelInk} ink, now ${min} to ${max}`
  return undefined
}
