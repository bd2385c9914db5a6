import { integer } from '@inkling/lab/terminal'
import { isSplit, type Layer, type Model, packedLength, readTensor } from '@inkling/model'

export interface LayerFacts {
  type: string
  shape: string
  weights: number
  nonZero: number
  /** Multiply-accumulates of one prediction, zero weights counted. */
  macs: number
}

export interface ModelFacts {
  name: string
  modelKind: Model['kind']
  sha256: string
  inputLength: number
  inputBytes: number
  packing: string
  labels: string[]
  /** `12,608 weights (35 % not zero), 12,608 macs` or `16 trees, 480 questions, at most 6 deep`. */
  size: string
  macs: number
  layers: LayerFacts[]
}

/** What a model file holds, counted. */
export function modelFacts(model: Model): ModelFacts {
  const layers = 'layers' in model ? model.layers.map(layerFacts) : []
  const sum = (key: 'weights' | 'nonZero' | 'macs') => layers.reduce((total, layer) => total + layer[key], 0)
  const share = Math.round((sum('nonZero') / sum('weights')) * 100)
  return {
    name: model.name,
    modelKind: model.kind,
    sha256: model.sha256,
    inputLength: model.input.length,
    inputBytes: packedLength(model.input),
    packing: model.input.packing,
    labels: model.output.labels,
    size:
      'trees' in model
        ? treeSize(model)
        : `${integer(sum('weights'))} weights (${share} % not zero), ${integer(sum('macs'))} multiply-accumulates`,
    macs: sum('macs'),
    layers,
  }
}

function treeSize({ trees }: Extract<Model, { trees: unknown }>): string {
  const questions = trees.reduce((total, { nodes }) => total + nodes.filter(isSplit).length, 0)
  const depth = (tree: (typeof trees)[number], at: number): number => {
    const node = tree.nodes[at]!
    return isSplit(node) ? 1 + Math.max(depth(tree, node.left), depth(tree, node.right)) : 0
  }
  const deepest = Math.max(...trees.map((tree) => depth(tree, 0)))
  const count = trees.length === 1 ? '1 tree' : `${trees.length} trees`
  return `${count}, ${integer(questions)} questions, at most ${deepest} deep`
}

function layerFacts(layer: Layer): LayerFacts {
  if (layer.type === 'maxpool2d' || layer.type === 'table') {
    const shape = layer.type === 'table' ? `${layer.values.shape[0]} entries` : layer.size.join('x')
    return { type: layer.type, shape, weights: 0, nonZero: 0, macs: 0 }
  }
  const values = readTensor(layer.weights)
  const nonZero = Array.from<number>(values).reduce((count, weight) => count + Number(weight !== 0), 0)
  const positions = layer.type === 'conv2d' ? outputPositions(layer) : 1
  return {
    type: layer.type,
    shape: layer.weights.shape.join('x'),
    weights: values.length,
    nonZero,
    macs: values.length * positions,
  }
}

function outputPositions(layer: Extract<Layer, { type: 'conv2d' }>): number {
  const [, kernelHeight, kernelWidth] = layer.weights.shape as [number, number, number, number]
  const [height, width] = layer.input
  const [top, right, bottom, left] = layer.padding
  const rows = Math.floor((height + top + bottom - kernelHeight) / layer.stride[0]) + 1
  const columns = Math.floor((width + left + right - kernelWidth) / layer.stride[1]) + 1
  return rows * columns
}
