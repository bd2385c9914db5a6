import type { FloatTree, ModelInput, Provenance } from '@inkling/model'

export type FloatKind = 'tree' | 'forest' | 'gbdt' | 'linear' | 'mlp'

interface FloatCommon {
  format: 'inkling-float/1'
  name: string
  /** How data become the integers of the model: settled in training, because trees are trained on those integers. */
  input: ModelInput
  labels: string[]
  provenance: Provenance
  /** Shares of rows that got their label. `holdout` rows were not trained on; absent when there were none. */
  accuracy: { train: number; holdout?: number }
}

/** Trees over the integers of `input`; leaves are label counts (`tree`, `forest`) or log odds (`gbdt`). */
export interface FloatTrees extends FloatCommon {
  kind: 'tree' | 'forest' | 'gbdt'
  trees: FloatTree[]
  base?: number
}

/** Dense layers over the data themselves, ReLU between them; weights row by row, [outputs, inputs]. */
export interface FloatNet extends FloatCommon {
  kind: 'linear' | 'mlp'
  layers: { inputs: number; outputs: number; weights: number[]; bias: number[] }[]
  /** Training rows that `quantize` looks at for the ranges of hidden layers. */
  calibration: number[][]
}

/** `NAME.float.json`: what `inkling train` writes and `inkling quantize` reads. */
export type FloatModel = FloatTrees | FloatNet
