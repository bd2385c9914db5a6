import { quantizeNet } from '../../float-net/index.ts'
import type { LayerModel, ModelInput, Provenance } from '../../types.ts'
import { netOfLayers } from './net-of-layers.ts'
import { read, readTfjs } from './read-tfjs.ts'

export interface TfjsImportOptions {
  name: string
  /** How the data the model was fitted on become integers. Images lie height, width, channel. */
  input: ModelInput
  /** Names of the classes; 0, 1, ... when left out. */
  labels?: string[]
  provenance?: Provenance
  /** Rows of data, from which the ranges of activations are taken. */
  calibration: ArrayLike<number>[]
}

/**
 * A sequential layers model of tfjs (or of Keras, converted) as a model file, quantized to int8.
 *
 * @param source text of model.json. @param weights its weight files, joined in the manifest's order.
 * @throws ImportError naming the layer; what `quantizeNet` throws.
 */
export function importTfjs(source: unknown, weights: Uint8Array, options: TfjsImportOptions): LayerModel {
  const model = readTfjs(source, weights)
  const net = netOfLayers(model)
  const last = net.layers.at(-1)!
  const count = Math.max(2, last.type === 'dense' ? last.outputs : 0)
  const labels = options.labels ?? Array.from({ length: count }, (_, k) => String(k))
  read.need(labels.length === count, 'labels', `are ${labels.length} for ${count} classes`)
  return quantizeNet(net, {
    ...options,
    labels,
    provenance: {
      ...options.provenance,
      method: `tfjs layers model of ${model.producer}, quantized to int8`,
    },
  })
}
