/**
 * The sparse net: the same net without the blocks that add least. A block is the weights of one pixel for the four
 * neurons of a word, because that is what one multiplication of the lane kernels serves.
 */
import { type LayerModel, makeModel, makeTensor } from '@inkling/model'
import { loadDigits8 } from '@inkling/model/data'
import { LANES, netOf } from './net.ts'

/** Share of the blocks that go. */
export const SHARE = 0.45

/** Mean square of each pixel over the images that the net was trained on, rounded. */
export function meanSquares(): number[] {
  const { x, rows, length } = loadDigits8().train
  return Array.from({ length }, (_, i) => {
    let sum = 0
    for (let row = 0; row < rows; row++) sum += x[row * length + i]! ** 2
    return Math.round(sum / rows)
  })
}

/** What a block adds: its weights squared, times the mean square of its pixel. `[word][pixel]` */
export function importances(model: LayerModel, squares = meanSquares()): number[][] {
  const { hidden } = netOf(model)
  return Array.from({ length: hidden.weights.length / LANES }, (_, word) =>
    squares.map((square, pixel) => {
      let sum = 0
      for (let lane = 0; lane < LANES; lane++) sum += hidden.weights[LANES * word + lane]![pixel]! ** 2
      return sum * square
    }),
  )
}

/** What a block has to add so that it stays: as many add less as `share` says, or nearly. */
export function leastOf(model: LayerModel, share = SHARE): number {
  const sorted = importances(model)
    .flat()
    .sort((a, b) => a - b)
  return sorted[Math.round(sorted.length * share)]!
}

/** The net whose blocks below `least` are zeros: a model file of its own. Nothing is trained. */
export function sparseModel(model: LayerModel, least = leastOf(model)): LayerModel {
  const added = importances(model)
  const { hidden, inputs } = netOf(model)
  const weights = hidden.weights.flatMap((row, neuron) =>
    row.map((weight, pixel) => (added[Math.floor(neuron / LANES)]![pixel]! < least ? 0 : weight)),
  )
  const { format: _, sha256, layers, ...rest } = model
  return makeModel({
    ...rest,
    name: `${model.name}-sparse`,
    layers: [
      {
        ...layers[0]!,
        weights: makeTensor('i8', [hidden.bias.length, inputs], weights),
      } as (typeof layers)[0],
      layers[1]!,
    ],
    provenance: { ...model.provenance, prunedFrom: sha256, blocksBelow: least },
  })
}
