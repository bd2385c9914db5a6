import { quantizeNet } from '../../float-net/index.ts'
import type { Model, ModelInput, Provenance } from '../../types.ts'
import { boostedModel } from '../boosted-trees.ts'
import { read } from './attributes.ts'
import { netOfGraph } from './net-of-graph.ts'
import { readOnnx } from './read-onnx.ts'
import { treeNodeOf, treesOfGraph } from './trees-of-graph.ts'

export interface OnnxImportOptions {
  name: string
  /** How the data the model was fitted on become integers. Images lie height, width, channel. */
  input: ModelInput
  /** Names of the classes. Nets have none of their own: 0, 1, ... when left out. */
  labels?: string[]
  provenance?: Provenance
  /** Nets: rows of data, from which the ranges of activations are taken. */
  calibration?: ArrayLike<number>[]
  /** Trees: raw scores times this. 4096 when left out. */
  leafScale?: number
}

/**
 * A classifier in an ONNX file as a model file: a TreeEnsembleClassifier keeps its splits, a net of dense layers,
 * convolutions, ReLU and max pooling is quantized to int8.
 *
 * @param bytes of the .onnx file.
 * @throws ImportError naming the node; what `quantizeNet` and `makeModel` throw.
 */
export function importOnnx(bytes: Uint8Array, options: OnnxImportOptions): Model {
  const graph = readOnnx(bytes)
  const trees = treeNodeOf(graph)
  if (trees) return boostedModel(treesOfGraph(graph, trees), options)
  const net = netOfGraph(graph)
  const last = net.layers.at(-1)!
  const scores = last.type === 'dense' ? last.outputs : 0
  const labels = options.labels ?? Array.from({ length: Math.max(2, scores) }, (_, k) => String(k))
  read.need(labels.length === Math.max(2, scores), 'labels', `are ${labels.length} for ${scores} scores`)
  return quantizeNet(net, {
    name: options.name,
    labels,
    provenance: { ...options.provenance, method: `ONNX of ${graph.producer}, quantized to int8` },
    input: options.input,
    calibration: options.calibration ?? [],
  })
}
