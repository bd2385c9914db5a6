import { makeModel } from '../format/make-model.ts'
import { simplifyTree } from '../trees/simplify-tree.ts'
import type { EnsembleModel, ModelInput, Provenance, Tree, TreeNode } from '../types.ts'
import { type ForeignFile, ImportError } from './errors.ts'
import { type Comparison, gridThreshold } from './grid-threshold.ts'

/**
 * A leaf adds its value to the tree's raw score, or one value to each; a split has two later nodes of the same tree.
 */
export type ForeignNode =
  | { value: number | number[] }
  | { feature: number; threshold: number; left: number; right: number }

/** Boosted trees as another library has them; the raw score k is base[k] plus the leaves of its trees. */
export interface ForeignBoosting {
  file: ForeignFile
  /** Library, version and objective, for the provenance. */
  method: string
  features: string[]
  classes: string[]
  /** How a split compares a value with its threshold to go left. */
  comparison: Comparison
  /** `score` is the raw score that numbers in leaves are added to. */
  trees: { nodes: ForeignNode[]; score: number }[]
  base: number[]
}

export interface BoostingImportOptions {
  name: string
  /** How the data the model was fitted on become integers; see `columnInput` for one made from rows. */
  input: ModelInput
  /** Names of the classes in the library's order; 0, 1, ... when left out. */
  labels?: string[]
  provenance?: Provenance
  /** Raw scores times this, a leaf rounded once. 4096 when left out. */
  leafScale?: number
}

/**
 * Boosted trees as a model file of kind `gbdt`. On the input's grid every row takes the path it takes in the library;
 * each leaf and each base is off by half a unit of `leafScale` at most.
 *
 * @throws ImportError; what `makeModel` throws.
 */
export function boostedModel(boosting: ForeignBoosting, options: BoostingImportOptions): EnsembleModel {
  const { features, classes, base, trees, file } = boosting
  const { name, input, leafScale = 4096 } = options
  const labels = options.labels ?? classes
  if (features.length !== input.length)
    throw new ImportError('features', `are ${features.length}, the input given has ${input.length}`, file)
  if (labels.length !== classes.length)
    throw new ImportError('classes', `are ${classes.length}, the labels given ${labels.length}`, file)
  const quantize = (value: number) => Math.round(value * leafScale) + 0
  return makeModel({
    kind: 'gbdt',
    name,
    input,
    trees: trees.map(({ nodes, score }) => {
      const leaf = (value: number | number[]) =>
        base.map((_, k) =>
          typeof value === 'object' ? quantize(value[k]!) : k === score ? quantize(value) : 0,
        )
      return simplifyTree(onGrid(nodes, leaf, boosting, input), input)
    }),
    base: base.map(quantize),
    output: base.length === 1 ? { labels, rule: 'sign' as const } : { labels },
    provenance: { ...options.provenance, method: boosting.method, leafScale },
  })
}

function onGrid(
  nodes: ForeignNode[],
  leaf: (value: number | number[]) => number[],
  { comparison }: ForeignBoosting,
  input: ModelInput,
): Tree {
  return {
    nodes: nodes.map(
      (node): TreeNode =>
        'value' in node
          ? { scores: leaf(node.value) }
          : { ...node, threshold: gridThreshold(node.threshold, comparison, input, node.feature) },
    ),
  }
}
