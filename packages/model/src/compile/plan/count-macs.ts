import { layerShape } from '../../format/layer-shape.ts'
import type { Model } from '../../types.ts'

/** Multiply-accumulates of a net, zeros and padding included; 0 for trees. */
export function countMacs(model: Model): number {
  if ('trees' in model) return 0
  let length = model.input.length
  let macs = 0
  for (const layer of model.layers) {
    const shape = layerShape(layer, length)
    macs += shape.macs
    length = shape.outputs
  }
  return macs
}
