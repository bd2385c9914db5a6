import { sealModel } from './hash.ts'
import { loadModel } from './load-model.ts'
import type { ModelInput, Tree, TreeModel } from './types.ts'

/** Puts a quantized tree into a model file, hashes it and checks it. Throws what `loadModel` throws. */
export function makeTreeModel(parts: {
  name: string
  input: ModelInput
  tree: Tree
  labels: string[]
  provenance: Record<string, string | number>
}): TreeModel {
  return loadModel(
    sealModel({
      format: 'inkling-model/1',
      kind: 'tree',
      name: parts.name,
      input: parts.input,
      trees: [parts.tree],
      output: { labels: parts.labels },
      provenance: parts.provenance,
    }),
  )
}
