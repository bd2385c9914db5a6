import { DatasetError } from '../errors.ts'
import { quantizeInput } from '../input/quantize-input.ts'
import { labelOf } from '../reference/label.ts'
import { predictLayers } from '../reference/predict-layers.ts'
import { type FloatMlp, runFloat } from '../train/float-mlp.ts'
import type { LayerModel } from '../types.ts'

/** How far a layer's integers are from the float net, in LSB: units of that layer's integers. */
export interface LayerError {
  name: string
  mean: number
  max: number
}

export interface Comparison {
  layers: LayerError[]
  /** Share of rows where both give the same label. */
  agreement: number
}

/**
 * Compares a quantized model with the float net it came from, layer by layer, on rows of data.
 *
 * @param units `units` of `quantizeLayers`: what one integer of each channel stands for.
 * @throws DatasetError for no rows.
 */
export function compareWithFloat(
  model: LayerModel,
  net: FloatMlp,
  units: ArrayLike<number>[],
  rows: ArrayLike<number>[],
): Comparison {
  if (rows.length === 0) throw new DatasetError('data: there are no rows to compare on')
  const sums = net.layers.map(() => ({ total: 0, count: 0, max: 0 }))
  let names: string[] = []
  let agreed = 0
  for (const row of rows) {
    const float = runFloat(net, row)
    const integer = predictLayers(model, quantizeInput(model.input, row, 'clamp'))
    names = integer.map((layer) => layer.name)
    for (const [l, sum] of sums.entries()) {
      for (const [o, value] of float[l]!.after.entries()) {
        const error = Math.abs(value / units[l]![o]! - integer[l]!.output[o]!)
        sum.total += error
        sum.count++
        sum.max = Math.max(sum.max, error)
      }
    }
    const label = labelOf(model.output, integer.at(-1)!.output)
    if (label === labelOf(model.output, float.at(-1)!.after)) agreed++
  }
  return {
    layers: sums.map(({ total, count, max }, l) => ({ name: names[l]!, mean: total / count, max })),
    agreement: agreed / rows.length,
  }
}
