/** [height, width, channels] */
export type ImageShape = [number, number, number]

/** A dense layer of floats. `weights` is [outputs, inputs], row by row. */
export interface FloatDense {
  type: 'dense'
  inputs: number
  outputs: number
  weights: Float32Array
  bias: Float32Array
  activation: 'relu' | 'none'
}

/** A convolution of floats over values that lie height, width, channel; zeros outside. */
export interface FloatConv2d {
  type: 'conv2d'
  input: ImageShape
  output: ImageShape
  kernel: [number, number]
  /** Down, across. */
  stride: [number, number]
  /** Rows and columns of zeros: [top, right, bottom, left]. */
  padding: [number, number, number, number]
  /** [outChannels, kernelHeight, kernelWidth, inChannels] */
  weights: Float32Array
  bias: Float32Array
  activation: 'relu' | 'none'
}

/** Largest value of each window, a channel at a time; no padding. */
export interface FloatMaxPool2d {
  type: 'maxpool2d'
  input: ImageShape
  output: ImageShape
  size: [number, number]
  stride: [number, number]
}

export type FloatLayer = FloatDense | FloatConv2d | FloatMaxPool2d

/** A net as other libraries train it: the last layer is dense, without activation. */
export interface FloatNet {
  layers: FloatLayer[]
}

export const sizeOf = (shape: ImageShape): number => shape[0] * shape[1] * shape[2]

/** Values a layer takes and gives, flat. */
export function widthsOf(layer: FloatLayer): { inputs: number; outputs: number } {
  if (layer.type === 'dense') return { inputs: layer.inputs, outputs: layer.outputs }
  return { inputs: sizeOf(layer.input), outputs: sizeOf(layer.output) }
}
