/**
 * Trains the tree and writes it down twice: as a model file (`data/model.json`, with test vectors beside it)
 * and as Rust (`contract/core/src/model.rs`). Run it: `npm run lab -- run labs/01-decision-tree/train.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises'
// biome-ignore lint/correctness/noUnusedImports: the starter's stubs throw it, lab:drop
import { Todo } from '@inkling/lab'
import {
  crossValidate,
  type FloatTree,
  formatModel,
  formatVectors,
  isSplit,
  makeFolds,
  makeTreeModel,
  makeVectors,
  parseCsv,
  predictTree,
  quantizeRow,
  type Ratio,
  type Tree,
  type TreeModel,
  trainTree,
  treeToRust,
} from '@inkling/model'

/** Answers about a site are 0, 0.5 or 1. Times 2 they are the integers 0, 1, 2, one byte each. */
export const SCALE: Ratio = { num: 2, den: 1 }

/** Deeper trees fit these rows better and unseen rows no better: try 8. */
export const SETTINGS = { maxDepth: 6, minLeaf: 5, labels: 2 }

/** Accuracy is the mean of these folds, always the same ones. */
export const FOLDS = { count: 5, seed: 2026 }

/** Moves every threshold from the scale of the data to the scale of the integers. No row may change sides. */
export function quantizeThresholds(tree: FloatTree, scale: Ratio): Tree {
  // #region task-1-2
  const nodes = tree.nodes.map((node) => {
    if (!isSplit(node)) return node
    return { ...node, threshold: Math.floor((node.threshold * scale.num) / scale.den) }
  })
  return { nodes }
  // #endregion task-1-2
  //|   // TODO(1.2): give each split an integer threshold, so that `q <= threshold` asks what `x <= threshold` asked.
  //|   void [tree, scale, isSplit]
  //|   throw Todo('1.2')
}

/** Float tree, then integers, then a model file with its hash. */
export function trainModel(x: number[][], y: number[], features: string[]): TreeModel {
  const tree = quantizeThresholds(trainTree(x, y, SETTINGS), SCALE)
  return makeTreeModel({
    name: 'safe-site-tree',
    input: {
      length: features.length,
      packing: 'u8',
      min: features.map(() => 0),
      max: features.map(() => SCALE.num / SCALE.den),
      features,
      scale: SCALE,
    },
    tree,
    labels: ['safe', 'phishing'],
    provenance: { data: 'data/phishing.csv', rows: x.length, method: 'CART, Gini', ...SETTINGS },
  })
}

/** Share of rows labelled right by integer trees that did not see them in training: mean of five folds. */
export function accuracy(csv: string): number {
  const data = parseCsv(csv)
  const folds = makeFolds(data.x.length, FOLDS.count, FOLDS.seed)
  return crossValidate(data, folds, (x, y) => {
    const model = trainModel(x, y, data.features)
    return (row) => predictTree(model, quantizeRow(row, SCALE)).label
  }).accuracy
}

// The grader imports this file; what follows happens when you run it.
if (import.meta.main) {
  const here = (path: string) => new URL(path, import.meta.url)
  const csv = await readFile(here('data/phishing.csv'), 'utf8')
  const { x, y, features } = parseCsv(csv)
  const model = trainModel(x, y, features)
  await writeFile(here('data/model.json'), formatModel(model))
  await writeFile(here('data/model.vectors.json'), formatVectors(makeVectors(model, { count: 500, seed: 7 })))
  await writeFile(here('contract/core/src/model.rs'), treeToRust(model))
  const splits = model.trees[0].nodes.filter(isSplit).length
  console.log(`tree      ${splits} splits, ${splits + 1} leaves`)
  console.log(
    `accuracy  ${(accuracy(csv) * 100).toFixed(1)} % on rows left out of training, mean of ${FOLDS.count} folds`,
  )
  console.log(`model     data/model.json, sha256 ${model.sha256.slice(0, 16)}...`)
}
