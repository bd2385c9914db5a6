import { layerShape, outputSize } from '../format/layer-shape.ts'
import { predict } from '../reference/predict.ts'
import { readTensor } from '../tensor/tensor.ts'
import { type EnsembleModel, isSplit, type Layer, type LayerModel, type Model } from '../types.ts'

/** Neurons of the first layer that get rows of their own; more would make large files of little use. */
const MAX_NEURONS = 128
/** Multiply-accumulates that climbing may take in all: about a second. */
const CLIMB_MACS = 1e9

/**
 * Inputs that push values to their ends: for each neuron of a dense first layer the inputs with its largest and its
 * smallest sum (exact), and for each score inputs that make it large and small. Those are found by following the
 * signs of the weights back to the input and then changing one value at a time, for ensembles by trying the values
 * next to each threshold.
 */
export function saturatingRows(model: Model): number[][] {
  if (model.kind === 'tree') return []
  const rows: number[][] = []
  if (!('layers' in model)) {
    for (let score = 0; score < model.base.length; score++)
      for (const sign of [1, -1]) rows.push(climbTrees(model, score, sign))
    return rows
  }
  const [first] = model.layers
  const scores = predict(model, model.input.min).scores.length
  for (let o = 0; o < scores; o++)
    for (const [i, row] of ends(model, slopes(model, o, scores)).entries())
      rows.push(row, climbLayers(model, o, i === 0 ? 1 : -1, row))
  if (first?.type === 'dense' && model.layers.length > 1) {
    const [outputs, inputs] = first.weights.shape as [number, number]
    const weights = readTensor(first.weights)
    for (let o = 0; o < Math.min(outputs, MAX_NEURONS); o++)
      rows.push(...ends(model, weights.subarray(o * inputs, (o + 1) * inputs)))
  }
  return rows
}

/** Largest and smallest value of a linear form: each input at one of its ends. */
function ends(model: Model, slope: ArrayLike<number>): number[][] {
  const { min, max } = model.input
  return [
    min.map((low, i) => (slope[i]! > 0 ? max[i]! : low)),
    min.map((low, i) => (slope[i]! > 0 ? low : max[i]!)),
  ]
}

/** How a score changes with each input if no value were clamped: weights multiplied from the last layer back. */
function slopes(model: LayerModel, score: number, scores: number): ArrayLike<number> {
  let slope = new Float64Array(scores)
  slope[score] = 1
  for (const layer of [...model.layers].reverse()) slope = back(layer, slope)
  return slope
}

function back(layer: Layer, slope: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  if (layer.type === 'table') {
    const values = readTensor(layer.values)
    const rise = Math.sign(values[values.length - 1]! - values[0]!)
    return slope.map((value) => value * rise)
  }
  if (layer.type === 'dense') {
    const [outputs, inputs] = layer.weights.shape as [number, number]
    const weights = readTensor(layer.weights)
    const before = new Float64Array(inputs)
    for (let o = 0; o < outputs; o++)
      for (let i = 0; i < inputs; i++) before[i]! += weights[o * inputs + i]! * slope[o]!
    return before
  }
  const [height, width, channels] = layer.input
  const [, columns, outputs] = outputSize(layer)
  const before = new Float64Array(height * width * channels)
  const [down, across] = layer.stride
  const conv = layer.type === 'conv2d'
  const [rows, cols] = conv ? (layer.weights.shape.slice(1) as [number, number]) : layer.size
  const [top, left] = conv ? [layer.padding[0], layer.padding[3]] : [0, 0]
  const weights = conv ? readTensor(layer.weights) : undefined
  for (const [to, value] of slope.entries()) {
    const o = to % outputs
    const position = Math.floor(to / outputs)
    for (let ky = 0; ky < rows; ky++)
      for (let kx = 0; kx < cols; kx++) {
        const y = Math.floor(position / columns) * down + ky - top
        const z = (position % columns) * across + kx - left
        if (y < 0 || y >= height || z < 0 || z >= width) continue
        const from = (y * width + z) * channels
        if (!weights) before[from + o]! += value
        else
          for (let c = 0; c < channels; c++)
            before[from + c]! += weights[((o * rows + ky) * cols + kx) * channels + c]! * value
      }
  }
  return before
}

/** `climb` over the values on both sides of each threshold. */
function climbTrees(model: EnsembleModel, score: number, sign: number): number[] {
  const { min, max } = model.input
  const choices = min.map((low, i) => new Set([low, max[i]!]))
  for (const tree of model.trees)
    for (const node of tree.nodes)
      if (isSplit(node))
        for (const value of [node.threshold, node.threshold + 1])
          if (value > min[node.feature]! && value < max[node.feature]!) choices[node.feature]!.add(value)
  return climb(model, score, sign, min, choices, 20)
}

/** `climb` over the ends of each input. What it costs is bounded: a large net keeps the row it started from. */
function climbLayers(model: LayerModel, score: number, sign: number, start: number[]): number[] {
  const { length, min, max } = model.input
  let values = length
  let macs = 0
  for (const layer of model.layers) {
    const shape = layerShape(layer, values)
    macs += shape.macs
    values = shape.outputs
  }
  const rounds = Math.min(3, Math.floor(CLIMB_MACS / (2 * length * macs * values)))
  return climb(
    model,
    score,
    sign,
    start,
    min.map((low, i) => [low, max[i]!]),
    rounds,
  )
}

/** One value at a time to whatever raises `sign * score` most, until none does or the rounds are over. */
function climb(
  model: Model,
  score: number,
  sign: number,
  start: number[],
  choices: Iterable<number>[],
  rounds: number,
): number[] {
  let row = [...start]
  let best = sign * predict(model, row).scores[score]!
  for (let round = 0, improved = true; improved && round < rounds; round++) {
    improved = false
    for (const [i, values] of choices.entries())
      for (const value of values) {
        const next = row.with(i, value)
        const result = sign * predict(model, next).scores[score]!
        if (result <= best) continue
        best = result
        row = next
        improved = true
      }
  }
  return row
}
