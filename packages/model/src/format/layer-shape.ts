import type { Conv2dLayer, Layer, MaxPool2dLayer } from '../types.ts'

export interface LayerShape {
  /** Values in and out, flat. */
  inputs: number
  outputs: number
  /** Multiply-accumulates, padding included; 0 for layers without weights. */
  macs: number
}

/** Sizes of a layer. A table takes as many values as it is given: `length`. */
export function layerShape(layer: Layer, length: number): LayerShape {
  if (layer.type === 'dense') {
    const [outputs, inputs] = layer.weights.shape as [number, number]
    return { inputs, outputs, macs: inputs * outputs }
  }
  if (layer.type === 'table') return { inputs: length, outputs: length, macs: 0 }
  const [height, width, channels] = layer.input
  const [rows, columns, deep] = outputSize(layer)
  const outputs = rows * columns * deep
  const kernel = layer.type === 'conv2d' ? layer.weights.shape.slice(1).reduce((a, b) => a * b, 1) : 0
  return { inputs: height * width * channels, outputs, macs: outputs * kernel }
}

/** [height, width, channels] of what a convolution or pool gives: floor((padded - window) / stride) + 1. */
export function outputSize(layer: Conv2dLayer | MaxPool2dLayer): [number, number, number] {
  const [height, width, channels] = layer.input
  const [down, across] = layer.stride
  if (layer.type === 'maxpool2d') {
    const [rows, columns] = layer.size
    return [Math.floor((height - rows) / down) + 1, Math.floor((width - columns) / across) + 1, channels]
  }
  const [outputs, rows, columns] = layer.weights.shape as [number, number, number, number]
  const [top, right, bottom, left] = layer.padding
  return [
    Math.floor((height + top + bottom - rows) / down) + 1,
    Math.floor((width + left + right - columns) / across) + 1,
    outputs,
  ]
}
