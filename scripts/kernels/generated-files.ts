import { formatModel, formatVectors, makeVectors } from '../../packages/model/src/index.ts'
import { committedAttention } from '../../packages/model/src/names/attention/index.ts'
import { foldNames, namesModel } from '../../packages/model/src/names/index.ts'
import { attentionGolden } from './attention-golden.ts'
import { conformanceModels } from './conformance-models.ts'
import { emitAttention } from './emit-attention.ts'
import { emitNames } from './emit-names.ts'
import { generate } from './generate.ts'
import { kernelModels } from './models.ts'
import { namesGolden } from './names-golden.ts'
import { networkOf } from './network.ts'
import { portraitGolden } from './portrait-golden.ts'

/** Vectors of each conformance model. */
const VECTORS = { count: 500, seed: 9 }

/** Everything that a command writes in `rust-crates` and for its tests: path from the root, and text. */
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
  const names = namesModel()
  files.set('rust-crates/names/src/net.rs', emitNames(foldNames(names), names.name))
  files.set('rust-crates/names/src/attention_net.rs', emitAttention(committedAttention(), 'names-attention'))
  files.set('packages/model/test/golden/names.json', `${JSON.stringify(namesGolden(), null, 1)}\n`)
  files.set(
    'packages/model/test/golden/names-attention.json',
    `${JSON.stringify(attentionGolden(), null, 1)}\n`,
  )
  files.set('packages/model/test/golden/portrait.json', `${JSON.stringify(portraitGolden(), null, 1)}\n`)
  return files
}
