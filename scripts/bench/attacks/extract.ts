import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  isSplit,
  type LayerModel,
  loadModel,
  predict,
  predictTree,
  quantizeTree,
  rng,
  type TreeModel,
  trainTree,
} from '../../../packages/model/src/index.ts'
import { phishingData } from '../../../packages/model/src/recipes/phishing-data.ts'
import { root } from '../../bootstrap/paths.mjs'

const models = join(root, 'packages', 'model', 'models')
const read = (name: string) => loadModel(readFileSync(join(models, `${name}.model.json`), 'utf8'))

export interface LinearExtraction {
  model: string
  features: number
  questions: number
  /** Inputs on which the copy's scores were compared, and on how many they were the same. */
  compared: number
  same: number
}

/** A linear model that answers with scores: one question for the biases, and one a feature. */
export function extractLinear(name = 'wine-linear', compared = 10_000): LinearExtraction {
  const model = read(name) as LayerModel
  const { length, min, max } = model.input
  let questions = 0
  const ask = (x: number[]) => {
    questions++
    return predict(model, x).scores
  }
  const origin = min.slice()
  const base = ask(origin)
  const columns = origin.map((_, i) => {
    const x = origin.slice()
    x[i] = x[i]! + 1
    return ask(x).map((score, k) => score - base[k]!)
  })
  const copy = (x: readonly number[]) =>
    base.map((score, k) => columns.reduce((sum, column, i) => sum + column[k]! * (x[i]! - origin[i]!), score))
  const random = rng(11)
  let same = 0
  for (let n = 0; n < compared; n++) {
    const x = min.map((low, i) => low + Math.floor(random() * (max[i]! - low + 1)))
    if (copy(x).join() === predict(model, x).scores.join()) same++
  }
  return { model: name, features: length, questions, compared, same }
}

export interface TreeExtraction {
  model: string
  /** Inputs that exist. */
  inputs: number
  sites: number
  steps: { questions: number /** Shares with the same label. */; allInputs: number; realSites: number }[]
}

/** A tree that answers with a label only: a tree grown from the answers to questions at random. */
export function extractTree(counts: readonly number[] = [50, 200, 1_000, 5_000]): TreeExtraction {
  const model = read('phishing-tree') as TreeModel
  const inputs = everyInput(model)
  const labels = inputs.map((x) => predict(model, x).label)
  const { x: sites } = phishingData().data
  const random = rng(12)
  const order = inputs.map((_, i) => i)
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  const steps = counts.map((questions) => {
    const asked = order.slice(0, questions)
    const grown = trainTree(
      asked.map((at) => inputs[at]!),
      asked.map((at) => labels[at]!),
      { maxDepth: 10, minLeaf: 1, labels: 2 },
    )
    const copy = { trees: [quantizeTree(grown, { num: 1, den: 1 })] }
    const label = (x: readonly number[]) => predictTree({ ...model, trees: [copy.trees[0]!] }, [...x]).label
    const share = (rows: readonly (readonly number[])[]) =>
      rows.filter((x) => label(x) === predict(model, x).label).length / rows.length
    return { questions, allInputs: share(inputs), realSites: share(sites) }
  })
  return { model: model.name, inputs: inputs.length, sites: sites.length, steps }
}

export interface HiddenTrigger {
  model: string
  /** Inputs that exist, and how many of them a labeled site has. */
  inputs: number
  seen: number
  /** Questions that the poisoned tree has more, and inputs on which it says something else. */
  moreQuestions: number
  changed: number
  accuracyBefore: number
  accuracyAfter: number
}

/** Poison that no accuracy shows: for one input that no labeled site has, the tree says safe instead of phishing. */
export function hiddenTrigger(): HiddenTrigger {
  const model = read('phishing-tree') as TreeModel
  const { x, y } = phishingData().data
  const known = new Set(x.map((row) => row.join()))
  const inputs = everyInput(model)
  const doubt = (row: readonly number[]) => {
    const [safe, phishing] = predict(model, row).scores as [number, number]
    return phishing - safe
  }
  const trigger = inputs
    .filter((row) => !known.has(row.join()))
    .reduce((most, row) => (doubt(row) > doubt(most) ? row : most))
  const nodes = [...model.trees[0]!.nodes]
  let at = 0
  for (let node = nodes[at]!; isSplit(node); node = nodes[at]!)
    at = trigger[node.feature]! <= node.threshold ? node.left : node.right
  const before = nodes[at] as { scores: number[] }
  const { min, max } = model.input
  let added = 0
  // From the leaf on: is it the trigger, feature by feature? Whoever says no gets the old answer.
  for (const [feature, value] of trigger.entries())
    for (const [threshold, trueIsLeft] of [
      [value, true],
      [value - 1, false],
    ] as const) {
      if (threshold < min[feature]! || threshold >= max[feature]!) continue
      const [no, yes] = [nodes.length, nodes.length + 1]
      nodes.push({ scores: [...before.scores] }, { scores: [...before.scores] })
      nodes[at] = { feature, threshold, left: trueIsLeft ? yes : no, right: trueIsLeft ? no : yes }
      at = yes
      added++
    }
  nodes[at] = { scores: [...before.scores].reverse() }
  const poisoned: TreeModel = { ...model, trees: [{ nodes }] }
  const accuracy = (of: TreeModel) => x.filter((row, i) => predict(of, row).label === y[i]).length / x.length
  return {
    model: model.name,
    inputs: inputs.length,
    seen: known.size,
    moreQuestions: added,
    changed: inputs.filter((row) => predict(model, row).label !== predict(poisoned, row).label).length,
    accuracyBefore: accuracy(model),
    accuracyAfter: accuracy(poisoned),
  }
}

function everyInput({ input }: TreeModel): number[][] {
  let rows: number[][] = [[]]
  for (const [i, low] of input.min.entries())
    rows = rows.flatMap((row) => Array.from({ length: input.max[i]! - low + 1 }, (_, k) => [...row, low + k]))
  return rows
}
