/**
 * Trains a forest and boosted trees, and writes one of them down: as a model file (`data/model.json`, with test vectors
 * beside it) and as Rust (`contract/core/src/model.rs`). Run it: `npm run lab -- run labs/02-forest/train.ts`; with the
 * word `boosted` behind it, the contract gets the boosted trees.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { Todo } from '@inkling/lab'
import {
  crossValidate,
  type Dataset,
  type EnsembleModel,
  type FloatTree,
  formatModel,
  formatVectors,
  isSplit,
  makeFolds,
  makeModel,
  makeVectors,
  parseCsv,
  predict,
  quantizeRow,
  quantizeTree,
  simplifyTree,
  type Tree,
  trainBoosting,
  trainForest,
} from '@inkling/model'
import { type Layouts, modelToRust } from './generate.ts'

/** Each tree sees rows and features by lot, so each is wrong in places of its own. */
export const FOREST = { labels: 2, trees: 32, maxDepth: 6, minLeaf: 1, features: 3, seed: 1 }

/** Each tree corrects what the earlier ones together got wrong. */
export const BOOSTING = { trees: 100, maxDepth: 3, minLeaf: 5, learningRate: 0.1, seed: 1 }

/** A boosted leaf holds log odds; the integer counts 4096ths. */
export const LEAF_SCALE = 4096

/** Accuracy is the mean of these folds, always the same ones: those of lab 1. */
export const FOLDS = { count: 5, seed: 2026 }

/** In a packed node: this bit marks a leaf, and its value is stored plus `LEAF_ZERO`, so that it is never negative. */
export const LEAF = 0x8000
export const LEAF_ZERO = 0x4000

/**
 * A leaf's integer. In a forest `scores` are two counts, `[safe, phishing]`: a vote, 1 for phishing or -1 for safe,
 * and a tie is safe. In boosted trees it is one number, the log odds, which is counted in units of `1 / scale`.
 */
export function quantizeLeaf(scores: number[], scale: number): number {
  // TODO(2.1): two counts are one vote, 1 or -1; one number is rounded to the nearest 1 / scale.
  void [scores, scale]
  throw Todo('2.1')
}

/**
 * Node `at` of a tree in 16 bits. From the top: 1 bit that says leaf; then either the leaf's value plus `LEAF_ZERO`
 * (15 bits), or feature (4 bits), threshold (4 bits), and how many nodes to skip to the right child (7 bits). The left
 * child needs no number: it is the next node.
 */
export function packNode(tree: Tree, at: number): number {
  const node = tree.nodes[at]!
  // TODO(2.2): a leaf is LEAF and its value; a split is feature, threshold and the way to its right child.
  void [node, isSplit, LEAF, LEAF_ZERO]
  throw Todo('2.2')
}

/** All trees of a model, packed one after the other. */
export function layouts(model: EnsembleModel): Layouts {
  const roots: number[] = []
  const nodes: number[] = []
  for (const tree of model.trees) {
    roots.push(nodes.length)
    nodes.push(...tree.nodes.map((_, at) => packNode(tree, at)))
  }
  return { model, nodes, roots }
}

/** A forest, or boosted trees, as a model file. Rows are integers from 0 to `max`. */
export function trainModel(
  kind: 'forest' | 'gbdt',
  data: Dataset,
  max: number,
  labels: string[],
): EnsembleModel {
  const { x, y, features } = data
  const all = (value: number) => features.map(() => value)
  const input = {
    length: features.length,
    packing: 'u8' as const,
    min: all(0),
    max: all(max),
    features,
    scale: { num: max, den: 1 },
  }
  const { trees, base } =
    kind === 'forest' ? { trees: trainForest(x, y, FOREST), base: 0 } : trainBoosting(x, y, BOOSTING)
  const provenance =
    kind === 'forest'
      ? { method: 'random forest, Gini', ...FOREST }
      : { method: 'gradient boosting', ...BOOSTING, learningRate: '1/10', leafScale: LEAF_SCALE }
  return makeModel({
    kind,
    name: `safe-site-${kind === 'forest' ? 'forest' : 'boosted'}`,
    input,
    trees: trees.map((tree) => simplifyTree(integerTree(tree), input)),
    base: [Math.round(base * LEAF_SCALE)],
    output: { labels, rule: 'sign' },
    provenance: { data: 'data/phishing.csv', rows: x.length, ...provenance },
  })
}

/** Thresholds rounded down, as in lab 1, and leaves by `quantizeLeaf`. */
function integerTree(tree: FloatTree): Tree {
  const { nodes } = quantizeTree(tree, { num: 1, den: 1 })
  return {
    nodes: nodes.map((node) => (isSplit(node) ? node : { scores: [quantizeLeaf(node.scores, LEAF_SCALE)] })),
  }
}

/** The sites of a CSV text as the integers the models take: 0, 1, 2. */
export function sites(csv: string): Dataset {
  const { features, x, y } = parseCsv(csv)
  return { features, x: x.map((row) => quantizeRow(row, { num: 2, den: 1 })), y }
}

/** Share of rows labelled right by models that did not see them in training: mean of five folds. */
export function accuracy(kind: 'forest' | 'gbdt', data: Dataset, max = 2): number {
  const folds = makeFolds(data.x.length, FOLDS.count, FOLDS.seed)
  return crossValidate(data, folds, (x, y) => {
    const model = trainModel(kind, { ...data, x, y }, max, ['0', '1'])
    return (row) => predict(model, row).label
  }).accuracy
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main) {
  const here = (path: string) => new URL(path, import.meta.url)
  const kind = process.argv[2] === 'boosted' ? 'gbdt' : 'forest'
  const data = sites(await readFile(here('data/phishing.csv'), 'utf8'))
  const model = trainModel(kind, data, 2, ['safe', 'phishing'])
  const packed = layouts(model)
  await writeFile(here('data/model.json'), formatModel(model))
  await writeFile(here('data/model.vectors.json'), formatVectors(makeVectors(model, { count: 500, seed: 7 })))
  await writeFile(here('contract/core/src/model.rs'), modelToRust(packed))
  console.log(`trees     ${packed.roots.length}, in ${packed.nodes.length} nodes of two bytes`)
  console.log(
    `accuracy  ${(accuracy(kind, data) * 100).toFixed(1)} % on rows left out, mean of ${FOLDS.count} folds`,
  )
  console.log(`model     data/model.json, sha256 ${model.sha256.slice(0, 16)}...`)
}
