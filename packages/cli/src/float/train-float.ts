import { isSplit, quantizeInput, rng, trainTree, walkTree } from '@inkling/model'
import { type FloatMlp, runFloat, trainMlp } from '@inkling/model/train'
import { trainBoosting, trainForest } from '@inkling/model/trees'
import { InputError } from '../errors.ts'
import { chooseInput } from './choose-input.ts'
import type { FloatKind, FloatModel } from './types.ts'

export interface TrainSettings {
  kind: FloatKind
  name: string
  seed: number
  depth: number
  trees: number
  hidden: number[]
  epochs: number
  /** Share of rows kept for the test, from 0 to below 1. */
  holdout: number
}

export interface LabeledRows {
  features: string[]
  x: number[][]
  /** 0-based. */
  y: number[]
  labels: string[]
}

const MIN_LEAF = 3
const CALIBRATION_ROWS = 256

/**
 * Trains on a table and tests on the rows held out. The same rows and seed give the same model.
 *
 * @throws InputError, DatasetError, TrainingError
 */
export async function trainFloat(
  data: LabeledRows,
  settings: TrainSettings,
  report: (text: string) => void,
  signal: AbortSignal,
): Promise<FloatModel> {
  const { kind, name, seed } = settings
  const input = chooseInput(data.features, data.x)
  const { train, test } = split(data, settings)
  const common = {
    format: 'inkling-float/1' as const,
    name,
    input,
    labels: data.labels,
    provenance: provenance(data, settings, train.x.length),
  }
  if (kind === 'linear' || kind === 'mlp') {
    const net = await trainNet(train, data.labels.length, settings, report, signal)
    const labelOf = (row: number[]) => netLabel(net, row)
    return {
      ...common,
      kind,
      layers: net.layers.map(({ inputs, outputs, weights, bias }) => ({
        inputs,
        outputs,
        weights: [...weights],
        bias: [...bias],
      })),
      calibration: train.x.slice(0, CALIBRATION_ROWS),
      accuracy: accuracies(labelOf, train, test),
    }
  }
  report(`growing ${kind === 'tree' ? 'a tree' : `${settings.trees} trees`} on ${train.x.length} rows`)
  const x = train.x.map((row) => quantizeInput(input, row))
  const shape = { maxDepth: settings.depth, minLeaf: MIN_LEAF, labels: data.labels.length }
  if (kind === 'gbdt') {
    if (data.labels.length !== 2)
      throw new InputError(
        `gbdt takes two labels, there are ${data.labels.length}: ${data.labels.join(', ')}`,
        {
          remedy: 'use --kind forest, or --kind mlp',
        },
      )
    const { trees, base } = trainBoosting(x, train.y, {
      ...shape,
      trees: settings.trees,
      learningRate: 0.2,
      seed,
    })
    const labelOf = (row: number[]) => {
      const q = quantizeInput(input, row)
      return Number(trees.reduce((sum, tree) => sum + walkTree(tree, q)[0]!, base) > 0)
    }
    return { ...common, kind, trees, base, accuracy: accuracies(labelOf, train, test) }
  }
  const trees =
    kind === 'tree'
      ? [trainTree(x, train.y, shape)]
      : trainForest(x, train.y, { ...shape, trees: settings.trees, seed })
  const labelOf = (row: number[]) => {
    const q = quantizeInput(input, row)
    const shares = data.labels.map(() => 0)
    for (const tree of trees) {
      const counts = walkTree(tree, q)
      const all = counts.reduce((a, b) => a + b, 0)
      for (const [i, count] of counts.entries()) shares[i]! += count / all
    }
    return shares.indexOf(Math.max(...shares))
  }
  if (trees.every(({ nodes }) => !nodes.some(isSplit)))
    throw new InputError('no question divides the labels: every tree is one leaf', {
      remedy: `give more rows (there are ${train.x.length} to train on), or other columns`,
    })
  return { ...common, kind, trees, accuracy: accuracies(labelOf, train, test) }
}

interface Part {
  x: number[][]
  y: number[]
}

/** Rows for the test are drawn label by label, so that small labels are in both parts. */
function split({ x, y, labels }: LabeledRows, { seed, holdout }: TrainSettings): { train: Part; test: Part } {
  const random = rng(seed)
  const held = new Set<number>()
  for (const label of labels.keys()) {
    const rows = [...y.keys()].filter((row) => y[row] === label)
    for (let count = Math.round(rows.length * holdout); count > 0; count--)
      held.add(rows.splice(Math.floor(random() * rows.length), 1)[0]!)
  }
  const part = (inTest: boolean): Part => {
    const rows = [...x.keys()].filter((row) => held.has(row) === inTest)
    return { x: rows.map((row) => x[row]!), y: rows.map((row) => y[row]!) }
  }
  const train = part(false)
  for (const [label, name] of labels.entries())
    if (!train.y.includes(label))
      throw new InputError(`label '${name}' has too few rows to train on`, {
        remedy: 'add rows of it, or leave it out',
      })
  return { train, test: part(true) }
}

/** Trains on standardized columns, then puts the standardization into the first layer: the net takes the data. */
async function trainNet(
  { x, y }: Part,
  labels: number,
  { kind, hidden, epochs, seed }: TrainSettings,
  report: (text: string) => void,
  signal: AbortSignal,
): Promise<FloatMlp> {
  const inputs = x[0]!.length
  const outputs = labels === 2 ? 1 : labels
  const mean = Array.from({ length: inputs }, (_, i) => x.reduce((sum, row) => sum + row[i]!, 0) / x.length)
  const deviation = mean.map(
    (m, i) => Math.sqrt(x.reduce((sum, row) => sum + (row[i]! - m) ** 2, 0) / x.length) || 1,
  )
  const net = await trainMlp(
    {
      rows: x.length,
      x: Float32Array.from(x.flatMap((row) => row.map((value, i) => (value - mean[i]!) / deviation[i]!))),
      targets: Float32Array.from(
        y.flatMap((label) =>
          outputs === 1 ? [label] : Array.from({ length: labels }, (_, i) => Number(i === label)),
        ),
      ),
    },
    {
      layers: [inputs, ...(kind === 'mlp' ? hidden : []), outputs],
      epochs,
      seed,
      batchSize: 16,
      learningRate: 0.01,
      weightDecay: 1e-4,
      signal,
      onEpoch: ({ epoch, loss }) => report(`epoch ${epoch} of ${epochs}, loss ${loss.toFixed(4)}`),
    },
  )
  const first = net.layers[0]!
  const weights = first.weights.map((w, k) => w / deviation[k % inputs]!)
  const bias = first.bias.map((b, o) => {
    let sum = b
    for (let i = 0; i < inputs; i++) sum -= weights[o * inputs + i]! * mean[i]!
    return sum
  })
  return { layers: [{ ...first, weights, bias }, ...net.layers.slice(1)] }
}

function netLabel(net: FloatMlp, row: number[]): number {
  const logits = [...runFloat(net, row).at(-1)!.after]
  return logits.length === 1 ? Number(logits[0]! > 0) : logits.indexOf(Math.max(...logits))
}

function accuracies(labelOf: (row: number[]) => number, train: Part, test: Part) {
  const share = ({ x, y }: Part) => x.filter((row, i) => labelOf(row) === y[i]).length / x.length
  return { train: share(train), ...(test.x.length > 0 && { holdout: share(test) }) }
}

/** Integers and text only, as a model file's provenance has to be. */
function provenance(data: LabeledRows, settings: TrainSettings, trained: number) {
  const { kind, seed, depth, trees, hidden, epochs, holdout } = settings
  return {
    made: 'inkling train',
    method: kind,
    rows: data.x.length,
    trained,
    holdoutPercent: Math.round(holdout * 100),
    seed,
    ...(kind === 'linear' || kind === 'mlp' ? { epochs } : { depth }),
    ...(kind === 'mlp' && { hidden: hidden.join('-') }),
    ...((kind === 'forest' || kind === 'gbdt') && { trees }),
  }
}
