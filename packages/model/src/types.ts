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

export interface ModelInput {
  length: number
  packing: 'u8' | 'i8' | 'u4'
  /** Smallest and largest quantized value of each feature, inclusive. */
  min: number[]
  max: number[]
  features: string[]
  /** Quantized value = data value * num / den, the same for every feature. */
  scale: Ratio
}

/** Model file `inkling-model/1`, kind `tree`. Integers only. */
export interface TreeModel {
  format: 'inkling-model/1'
  kind: 'tree'
  name: string
  input: ModelInput
  /** One tree for kind `tree`. */
  trees: [Tree]
  output: { labels: string[] }
  /** Where data and settings came from; integers and strings only. */
  provenance: Record<string, string | number>
  /** SHA-256 of the RFC 8785 bytes of everything above, hex without 0x. */
  sha256: string
}

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
