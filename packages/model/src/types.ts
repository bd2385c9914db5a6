/** An exact ratio: a quantized value is `x * num / den`. Model files carry no floats. */
export interface Ratio {
  num: number
  den: number
}

/** Goes left when `x[feature] <= threshold`, else right. `left` and `right` are indices into `nodes`. */
export interface SplitNode {
  feature: number
  threshold: number
  left: number
  right: number
}

/** One int32 score a label. In a tree from `trainTree`: how many training rows of each label ended here. */
export interface LeafNode {
  scores: number[]
}

export type TreeNode = SplitNode | LeafNode

/** A decision tree as a flat list; node 0 is the root and children come after their parent. */
export interface Tree {
  nodes: TreeNode[]
}

export type Packing = 'u8' | 'i8' | 'u4'

export interface ModelInput {
  length: number
  /** Bytes on the wire: one a value (`u8`, `i8`), or two values a byte, the first in the low half (`u4`). */
  packing: Packing
  /** Smallest and largest quantized value of each feature, inclusive. */
  min: number[]
  max: number[]
  features: string[]
  /** Quantized value = round(data value * num / den) + zero point. One ratio for all features, or one each. */
  scale: Ratio | Ratio[]
  /** One a feature; left out when all are 0. */
  zeroPoint?: number[]
}

/** How scores become a label. */
export type LabelRule =
  /** One score a label; the highest wins, the lowest index wins a tie. The default when left out. */
  | 'argmax'
  /** Two labels, one score: label 1 when the score is above 0, else label 0. */
  | 'sign'

export interface ModelOutput {
  labels: string[]
  rule?: LabelRule
}

/** Where data and settings came from; integers and strings only. */
export type Provenance = Record<string, string | number>

interface ModelCommon {
  format: 'inkling-model/1'
  name: string
  input: ModelInput
  output: ModelOutput
  provenance: Provenance
  /** SHA-256 of the RFC 8785 bytes of everything else, hex without 0x. */
  sha256: string
}

/** Kind `tree`: the scores of the leaf the input reaches. */
export interface TreeModel extends ModelCommon {
  kind: 'tree'
  trees: [Tree]
}

/** Kinds `forest` and `gbdt`: scores = base + the sum of the reached leaves' scores, int32, exact. */
export interface EnsembleModel extends ModelCommon {
  kind: 'forest' | 'gbdt'
  trees: Tree[]
  /** One int32 a score. */
  base: number[]
}

export type TensorType = 'i8' | 'u8' | 'i16' | 'i32'

/** Integers, row-major, base64 of the little-endian bytes. */
export interface Tensor {
  dtype: TensorType
  shape: number[]
  data: string
}

/**
 * From accumulator to activation: `clamp(((acc * M + 2^(s-1)) >> s) + zeroPoint, min, max)`, in int64 with an
 * arithmetic shift. `multiplier` and `shift` have shape [1] (one for the layer) or [outputs] (one a channel).
 * 0 < M < 2^31, 1 <= s <= 62. A pure shift has M = 1.
 */
export interface Requantize {
  multiplier: Tensor
  shift: Tensor
  zeroPoint: number
  min: number
  max: number
}

export type Activation = 'none' | 'relu'

/**
 * acc[o] = bias[o] + sum over i of weights[o][i] * x[i], int32. ReLU clamps the accumulator at 0 before requantizing.
 * Weights [outputs, inputs], bias [outputs] i32. The input's zero point is folded into the bias.
 * Without `requantize` the int32 accumulators go on: they are the scores, or only tables follow.
 */
export interface DenseLayer {
  type: 'dense'
  weights: Tensor
  bias: Tensor
  activation: Activation
  requantize?: Requantize
}

/** Values lie height, width, channel. Weights [outChannels, kernelHeight, kernelWidth, inChannels]; zero padding. */
export interface Conv2dLayer {
  type: 'conv2d'
  /** [height, width, channels] of the input. */
  input: [number, number, number]
  weights: Tensor
  bias: Tensor
  stride: [number, number]
  /** Rows and columns of zeros on each side: [top, right, bottom, left]. */
  padding: [number, number, number, number]
  activation: Activation
  requantize?: Requantize
}

/** Largest value of each window, a channel at a time; no padding. */
export interface MaxPool2dLayer {
  type: 'maxpool2d'
  input: [number, number, number]
  size: [number, number]
  stride: [number, number]
}

/**
 * A table for sigmoid, exp, tanh: t = clamp(x - offset, 0, (entries - 1) << shift), i = t >> shift.
 * `nearest` gives values[(t + half) >> shift] with half = shift ? 1 << (shift - 1) : 0 (never past the last entry);
 * `linear` gives values[i] + (((values[i + 1] - values[i]) * (t - (i << shift)) + half) >> shift), values[i] at the end.
 * `x - offset` can pass int32: all of it is int64. (entries - 1) << shift stays below 2^31, so only t needs 32 bits.
 */
export interface TableLayer {
  type: 'table'
  values: Tensor
  offset: number
  shift: number
  interpolation: 'nearest' | 'linear'
}

export type Layer = DenseLayer | Conv2dLayer | MaxPool2dLayer | TableLayer

/** Kinds `linear` (one dense layer, tables may follow), `mlp` (dense layers and tables) and `cnn`. */
export interface LayerModel extends ModelCommon {
  kind: 'linear' | 'mlp' | 'cnn'
  layers: Layer[]
}

/** Model file `inkling-model/1`. Integers only. */
export type Model = TreeModel | EnsembleModel | LayerModel

/** A float tree as `trainTree` returns it: the same shape, thresholds on the scale of the data. */
export type FloatTree = Tree

/** Test vectors of one model: `NAME.vectors.json`. `input` is packed bytes as 0x-hex. */
export interface Vectors {
  /** `sha256` of the model. */
  model: string
  input: `0x${string}`[]
  scores: number[][]
  label: number[]
}

/** Rows of numbers and one label a row, 0-based. */
export interface Dataset {
  features: string[]
  x: number[][]
  y: number[]
}

export function isSplit(node: TreeNode): node is SplitNode {
  return 'feature' in node
}
