import { makeModel } from './format/make-model.ts'
import type { Provenance, Tree, TreeModel } from './types.ts'

/** Puts a quantized tree into a model file, hashes it and checks it. Throws what `makeModel` throws. */
export function makeTreeModel(parts: {
  name: string
  input: TreeModel['input']
  tree: Tree
  labels: string[]
  provenance: Provenance
}): TreeModel {
  return makeModel({
    kind: 'tree',
    name: parts.name,
    input: parts.input,
    trees: [parts.tree],
    output: { labels: parts.labels },
    provenance: parts.provenance,
  })
}
