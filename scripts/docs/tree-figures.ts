import {
  crossValidate,
  type Dataset,
  type Fold,
  isSplit,
  makeFolds,
  predictTree,
  quantizeRow,
  quantizeTree,
  type Ratio,
  type Tree,
  type TreeModel,
  trainTree,
  walkTree,
} from '../../packages/model/src/index.ts'

/** What lesson 1 says about data and trees. Shares are from 0 to 1; nothing here depends on a machine. */
export interface TreeFigures {
  rows: number
  features: number
  /** Rows of each label. */
  phishing: number
  safe: number
  /** Share of phishing sites among those with this value of a feature: `[at 0, at 0.5, at 1]`. */
  phishingByForm: number[]
  phishingByPopular: number[]
  /** One entry a depth, deepest last. */
  depths: DepthFigures[]
  /** The tree of the lab. */
  tree: { depth: number; questions: number; leaves: number; minLeaf: number }
  /** Mean of the folds. */
  accuracy: number
  /** The same when thresholds are rounded to the nearest integer instead of down. */
  accuracyRounded: number
  folds: { count: number; seed: number; otherSeeds: number }
  /** Rows that differ from all earlier ones, and combinations that stand for both kinds of site. */
  differentRows: number
  conflicts: number
  /** What the best possible labels of these features would get. */
  ceiling: number
  /** Test rows whose combination also stands in their training part; the others, and how many of those are right. */
  metBefore: number
  unmetRows: number
  unmetAccuracy: number
  /** Mistakes over all folds. */
  missedPhishing: number
  falseAlarms: number
}

export interface DepthFigures {
  depth: number
  leaves: number
  /** On the rows it was trained on. */
  seen: number
  /** On rows left out, mean of the lab's folds. */
  leftOut: number
  /** Lowest and highest mean of the same over other seeds. */
  lowest: number
  highest: number
}

const depths = [1, 3, 5, 6, 8]
const minLeaf = 5
const otherSeeds = 20

/**
 * Trains and counts everything that lesson 1 says about accuracy.
 *
 * @param data all rows, as `parseCsv` reads them
 * @param model the lab's model file: what is trained here must equal it
 * @param settings `FOLDS` and `SETTINGS` of the lab's `train.ts`
 * @throws Error when the tree trained here is not the one in the model file
 */
export function treeFigures(
  data: Dataset,
  model: TreeModel,
  settings: { folds: { count: number; seed: number }; maxDepth: number },
): TreeFigures {
  const { x, y } = data
  // Lab 1's features share one.
  const scale = model.input.scale as Ratio
  const folds = makeFolds(x.length, settings.folds.count, settings.folds.seed)
  const whole = grow(data, settings.maxDepth, scale)
  if (JSON.stringify(whole) !== JSON.stringify(model.trees[0]))
    throw new Error('the tree trained for the docs is not the one in the model file: run the lab’s train.ts')
  const combinations = x.map((row) => row.join())
  const ideal = Map.groupBy(x.keys(), (row) => combinations[row]!)
  const groups = [...ideal.values()].map((rows) => rows.filter((row) => y[row] === 1).length / rows.length)
  const right = rightRows(data, folds, settings.maxDepth, scale)
  const unmet = folds.flatMap((fold) => {
    const known = new Set(fold.train.map((row) => combinations[row]))
    return fold.test.filter((row) => !known.has(combinations[row]))
  })
  const questions = whole.nodes.filter(isSplit).length
  return {
    rows: x.length,
    features: data.features.length,
    phishing: y.filter((label) => label === 1).length,
    safe: y.filter((label) => label === 0).length,
    phishingByForm: phishingBy(data, 'empty_server_form_handler'),
    phishingByPopular: phishingBy(data, 'is_popular'),
    depths: depths.map((depth) => depthFigures(data, depth, folds, scale)),
    tree: { depth: settings.maxDepth, questions, leaves: questions + 1, minLeaf },
    accuracy: meanOfFolds(data, folds, settings.maxDepth, scale),
    accuracyRounded: meanOfFolds(data, folds, settings.maxDepth, scale, Math.round),
    folds: { ...settings.folds, otherSeeds },
    differentRows: ideal.size,
    conflicts: groups.filter((share) => share > 0 && share < 1).length,
    ceiling:
      [...ideal.values()].reduce(
        (sum, rows, i) => sum + rows.length * Math.max(groups[i]!, 1 - groups[i]!),
        0,
      ) / x.length,
    metBefore: 1 - unmet.length / x.length,
    unmetRows: unmet.length,
    unmetAccuracy: unmet.filter((row) => right.has(row)).length / unmet.length,
    missedPhishing: y.filter((label, row) => label === 1 && !right.has(row)).length,
    falseAlarms: y.filter((label, row) => label === 0 && !right.has(row)).length,
  }
}

function depthFigures(data: Dataset, depth: number, folds: Fold[], scale: Ratio): DepthFigures {
  const tree = grow(data, depth, scale)
  const labels = data.x.map((row) => labelOf(tree, quantizeRow(row, scale)))
  const means = [...new Array(otherSeeds).keys()].map((seed) =>
    meanOfFolds(data, makeFolds(data.x.length, folds.length, seed), depth, scale),
  )
  return {
    depth,
    leaves: tree.nodes.filter((node) => !isSplit(node)).length,
    seen: labels.filter((label, row) => label === data.y[row]).length / labels.length,
    leftOut: meanOfFolds(data, folds, depth, scale),
    lowest: Math.min(...means),
    highest: Math.max(...means),
  }
}

function grow(
  { x, y }: Pick<Dataset, 'x' | 'y'>,
  maxDepth: number,
  scale: Ratio,
  round?: (threshold: number) => number,
): Tree {
  const tree = trainTree(x, y, { maxDepth, minLeaf, labels: 2 })
  if (!round) return quantizeTree(tree, scale)
  const threshold = (value: number) => round((value * scale.num) / scale.den)
  return {
    nodes: tree.nodes.map((node) =>
      isSplit(node) ? { ...node, threshold: threshold(node.threshold) } : node,
    ),
  }
}

function meanOfFolds(
  data: Dataset,
  folds: Fold[],
  depth: number,
  scale: Ratio,
  round?: (threshold: number) => number,
): number {
  return crossValidate(data, folds, (x, y) => {
    const tree = grow({ x, y }, depth, scale, round)
    return (row) => labelOf(tree, quantizeRow(row, scale))
  }).accuracy
}

/** Rows that were labelled right by the tree that had not seen them. */
function rightRows(data: Dataset, folds: Fold[], depth: number, scale: Ratio): Set<number> {
  const right = new Set<number>()
  for (const { train, test } of folds) {
    const part = { x: train.map((row) => data.x[row]!), y: train.map((row) => data.y[row]!) }
    const tree = grow(part, depth, scale)
    for (const row of test)
      if (labelOf(tree, quantizeRow(data.x[row]!, scale)) === data.y[row]) right.add(row)
  }
  return right
}

/** Of two scores the higher; the first wins a tie, as everywhere. */
function labelOf(tree: Tree, row: number[]): number {
  const [safe, phishing] = walkTree(tree, row) as [number, number]
  return phishing > safe ? 1 : 0
}

function phishingBy({ features, x, y }: Dataset, feature: string): number[] {
  const column = features.indexOf(feature)
  if (column < 0) throw new Error(`the data have no column ${feature}`)
  return [0, 0.5, 1].map((value) => {
    const rows = [...x.keys()].filter((row) => x[row]![column] === value)
    return rows.length === 0 ? 0 : rows.filter((row) => y[row] === 1).length / rows.length
  })
}

export interface Walk {
  scores: number[]
  label: string
  questions: number
  /** Number of the leaf, counted in the order of the model file. */
  leaf: number
}

/** One site's walk through a model's tree. */
export function walkOf(model: TreeModel, site: number[]): Walk {
  const { nodes } = model.trees[0]
  let at = 0
  let questions = 0
  for (let node = nodes[at]!; isSplit(node); node = nodes[at]!, questions++)
    at = site[node.feature]! <= node.threshold ? node.left : node.right
  const { scores, label } = predictTree(model, site)
  const leaf = nodes.slice(0, at).filter((node) => !isSplit(node)).length
  return { scores, label: model.output.labels[label]!, questions, leaf }
}
