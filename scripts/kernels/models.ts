import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDigits8 } from '../../packages/model/src/data/index.ts'
import { type LayerModel, loadModel, predict } from '../../packages/model/src/index.ts'
import { root } from '../bootstrap/paths.mjs'
import { prune } from './prune.ts'

/** The net that all kernels but v8 are made of: a file of `packages/model/models`. */
const NAME = 'digits-8x8-64-32-10'

/** Blocks that v8 leaves out. */
const PRUNED_SHARE = 0.35

export interface KernelModels {
  model: LayerModel
  /** Of v8. */
  pruned: LayerModel
}

/** @throws Error when the model is none that kernels are written for. */
export function kernelModels(): KernelModels {
  const path = join(root, 'packages', 'model', 'models', `${NAME}.model.json`)
  const model = loadModel(readFileSync(path, 'utf8'))
  if (model.kind !== 'mlp') throw new Error(`${NAME} is a ${model.kind}; the kernels need a net`)
  return { model, pruned: prune(model, PRUNED_SHARE, meanSquares()) }
}

/** Mean square of each pixel over the training rows. */
function meanSquares(): number[] {
  const { x, rows, length } = loadDigits8().train
  return Array.from({ length }, (_, i) => {
    let sum = 0
    for (let row = 0; row < rows; row++) sum += (x[row * length + i] as number) ** 2
    return sum / rows
  })
}

/** Share of the held-out test rows whose label a model gives, 0 to 1. */
export function accuracy(model: LayerModel): number {
  const { x, y, rows, length } = loadDigits8().test
  let right = 0
  for (let row = 0; row < rows; row++)
    if (predict(model, x.subarray(row * length, (row + 1) * length)).label === y[row]) right++
  return right / rows
}

/** Multiply-accumulates of one prediction. */
export function macs(model: LayerModel): number {
  return model.layers.reduce(
    (sum, layer) =>
      sum +
      (layer.type === 'dense' ? (layer.weights.shape[0] as number) * (layer.weights.shape[1] as number) : 0),
    0,
  )
}
