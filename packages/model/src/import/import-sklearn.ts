import { makeModel } from '../format/make-model.ts'
import { quantizeLinear } from '../quantize/quantize-linear.ts'
import { quantizeMlp } from '../quantize/quantize-mlp.ts'
import { quantizeTree } from '../quantize-tree.ts'
import { simplifyTree } from '../trees/simplify-tree.ts'
import type { LabelRule, Model, ModelInput, Tree } from '../types.ts'
import { ImportError } from './errors.ts'
import { netOfSklearn } from './net-of-sklearn.ts'
import { readSklearn, type SklearnExport, type SklearnTree } from './read-sklearn.ts'

export interface ImportOptions {
  name: string
  /** How the data the estimator was fitted on become integers; see `columnInput` for one made from rows. */
  input: ModelInput
  /** Names of the classes, in scikit-learn's order; its own when left out. */
  labels?: string[]
  provenance?: Record<string, string | number>
  /** Nets with hidden layers: rows of data, from which the ranges of activations are taken. */
  calibration?: number[][]
  /** Forests: a leaf's shares of the classes times this. 4096 when left out. */
  shareScale?: number
  /** Boosting: log odds times this. 4096 when left out. */
  leafScale?: number
}

/**
 * A classifier fitted by scikit-learn as a model file. Trees, random forests and gradient boosting become trees with
 * the same splits; logistic regression, other linear classifiers and ReLU MLPs are quantized to int8.
 *
 * A threshold t becomes `floor(t * num / den) + zero point`: exact for data that lie on the input's grid, and the
 * nearest possible split for data that are rounded to it. Leaves are rounded once.
 *
 * @param source the JSON of `scripts/oracle/sklearn_export.py`.
 * @throws ImportError for an export that can't be read; what `makeModel` and the quantizer throw.
 */
export function importSklearn(source: string | unknown, options: ImportOptions): Model {
  const model = readSklearn(source)
  if (model.features.length !== options.input.length)
    throw new ImportError(
      'features',
      `are ${model.features.length}, the input given has ${options.input.length}`,
    )
  const labels = options.labels ?? model.classes
  if (labels.length !== model.classes.length)
    throw new ImportError('classes', `are ${model.classes.length}, the labels given ${labels.length}`)
  const provenance = {
    ...options.provenance,
    method: `scikit-learn ${model.sklearn}, ${model.estimator}`,
  }
  const parts = { name: options.name, input: options.input, provenance }
  if (model.layers) return importNet(model, { ...parts, labels, calibration: options.calibration })
  return importTrees(model, parts, labels, options)
}

type Parts = Pick<ImportOptions, 'name' | 'input'> & { provenance: Record<string, string | number> }

function importTrees(model: SklearnExport, parts: Parts, labels: string[], options: ImportOptions): Model {
  const trees = model.trees!
  const { learningRate } = model
  if (learningRate !== undefined) {
    const { leafScale = 4096 } = options
    const quantize = (value: number) => Math.round(value * leafScale) + 0
    const scores = model.init!.length
    return makeModel({
      kind: 'gbdt',
      ...parts,
      provenance: { ...parts.provenance, leafScale },
      trees: trees.map((tree) =>
        convert(tree, parts.input, ([value]) =>
          Array.from({ length: scores }, (_, i) => (i === tree.score ? quantize(value! * learningRate) : 0)),
        ),
      ),
      base: model.init!.map(quantize),
      output: output(labels, scores === 1 ? 'sign' : 'argmax'),
    })
  }
  const whole = trees.every((tree) => tree.value.every((leaf) => leaf.every(Number.isInteger)))
  if (trees.length === 1 && whole)
    return makeModel({
      kind: 'tree',
      ...parts,
      trees: [convert(trees[0]!, parts.input, (counts) => counts)],
      output: output(labels, 'argmax'),
    })
  const { shareScale = 4096 } = options
  const shares = (counts: number[]) => {
    const rows = counts.reduce((sum, count) => sum + count, 0)
    return counts.map((count) => Math.round((count / rows) * shareScale))
  }
  return makeModel({
    kind: 'forest',
    ...parts,
    provenance: { ...parts.provenance, shareScale },
    trees: trees.map((tree) => convert(tree, parts.input, shares)),
    base: labels.map(() => 0),
    output: output(labels, 'argmax'),
  })
}

/** scikit-learn's node numbers are kept: its children come after their parent, as ours do. */
function convert(tree: SklearnTree, input: ModelInput, leaf: (value: number[]) => number[]): Tree {
  const nodes = tree.left.map((left, i) => {
    if (left === -1) return { scores: leaf(tree.value[i]!) }
    const feature = tree.feature[i]!
    const children = [left, tree.right[i]!]
    if (!children.every((child) => Number.isInteger(child) && child > i && child < tree.left.length))
      throw new ImportError('trees', `have a node ${i} with children ${children}, which are no later nodes`)
    if (!Number.isInteger(feature) || feature < 0 || feature >= input.length)
      throw new ImportError('trees', `have a node ${i} that asks for feature ${feature} of ${input.length}`)
    return { feature, threshold: tree.threshold[i]!, left, right: tree.right[i]! }
  })
  return simplifyTree(quantizeTree({ nodes }, input.scale, input.zeroPoint), input)
}

function importNet(
  model: SklearnExport,
  parts: Parts & { labels: string[]; calibration: number[][] | undefined },
): Model {
  const net = netOfSklearn(model.layers!)
  return net.layers.length === 1 ? quantizeLinear(net, parts) : quantizeMlp(net, parts)
}

function output(labels: string[], rule: LabelRule) {
  return rule === 'sign' ? { labels, rule } : { labels }
}
