import {
  type Conv2dLayer,
  type DenseLayer,
  isSplit,
  type Layer,
  type Model,
  readTensor,
  type Tree,
} from '../../packages/model/src/index.ts'

const PACKINGS = ['u8', 'i8', 'u4']
const LEAF = 0x8000

/**
 * A model as the words that `rust-crates/interpreter` runs; its README has the layout. The same as
 * `rust-crates/conformance/tests/model/encode.rs`, which reads the JSON without this project's TypeScript.
 */
export function encodeProgram(model: Model): number[] {
  const { length, packing, min, max } = model.input
  const head = [model.output.rule === 'sign' ? 1 : 0, PACKINGS.indexOf(packing), length, ...min, ...max]
  if ('layers' in model) return [...head, 0, model.layers.length, ...model.layers.flatMap(layerWords)]
  const scores = firstLeaf(model.trees[0] as Tree).length
  const base = 'base' in model ? model.base : new Array(scores).fill(0)
  return [...head, 1, scores, ...base, model.trees.length, ...(model.trees as Tree[]).flatMap(treeWords)]
}

function layerWords(layer: Layer): number[] {
  switch (layer.type) {
    case 'dense':
      return [0, ...layer.weights.shape, ...weighted(layer)]
    case 'conv2d': {
      const [filters, rows, columns] = layer.weights.shape as [number, number, number]
      const { input, stride, padding } = layer
      return [1, ...input, rows, columns, filters, ...stride, ...padding, ...weighted(layer)]
    }
    case 'maxpool2d':
      return [2, ...layer.input, ...layer.size, ...layer.stride]
    case 'table': {
      const values = readTensor(layer.values)
      const linear = layer.interpolation === 'linear' ? 1 : 0
      return [3, values.length, layer.offset, layer.shift, linear, ...values]
    }
  }
}

/** Activation, scale, weights, bias. */
function weighted({ activation, requantize, weights, bias }: DenseLayer | Conv2dLayer): number[] {
  const relu = activation === 'relu' ? 1 : 0
  const tensors = [...readTensor(weights), ...readTensor(bias)]
  if (!requantize) return [relu, 0, ...tensors]
  const multiplier = readTensor(requantize.multiplier)
  const shift = readTensor(requantize.shift)
  const count = Math.max(multiplier.length, shift.length)
  const each = (values: ArrayLike<number>) =>
    Array.from({ length: count }, (_, i) => values[values.length === 1 ? 0 : i] as number)
  const { zeroPoint, min, max } = requantize
  return [relu, count, ...each(multiplier), ...each(shift), zeroPoint, min, max, ...tensors]
}

function firstLeaf(tree: Tree): number[] {
  for (const node of tree.nodes) if (!isSplit(node)) return node.scores
  throw new Error('a tree without a leaf')
}

/** Splits and leaves are numbered apart, in the order of the nodes. */
function treeWords({ nodes }: Tree): number[] {
  let splits = 0
  let leaves = 0
  const numbers = nodes.map((node) => (isSplit(node) ? splits++ : LEAF + leaves++))
  const child = (node: number) => numbers[node] as number
  const table = nodes.flatMap((node) =>
    isSplit(node) ? [node.feature, node.threshold, child(node.left), child(node.right)] : [],
  )
  return [splits, leaves, ...table, ...nodes.flatMap((node) => (isSplit(node) ? [] : node.scores))]
}
