import { formatModel, formatVectors, makeVectors } from '../../packages/model/src/index.ts'
import { conformanceModels } from './conformance-models.ts'
import { generate } from './generate.ts'
import { kernelModels } from './models.ts'
import { networkOf } from './network.ts'

/** Vectors of each conformance model. */
const VECTORS = { count: 500, seed: 9 }

/** Everything in `rust-crates` that a command writes: path from the root, and text. */
export function generatedFiles(): Map<string, string> {
  const files = new Map<string, string>()
  const { model, pruned } = kernelModels()
  for (const [name, text] of Object.entries(generate(networkOf(model), networkOf(pruned))))
    files.set(`rust-crates/kernels/src/${name}`, text)
  for (const one of conformanceModels()) {
    const path = `rust-crates/conformance/models/${one.name}`
    files.set(`${path}.model.json`, formatModel(one))
    files.set(`${path}.vectors.json`, formatVectors(makeVectors(one, VECTORS)))
  }
  return files
}
