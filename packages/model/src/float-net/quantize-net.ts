import { DatasetError } from '../errors.ts'
import { makeModel } from '../format/make-model.ts'
import { QuantizationError } from '../quantize/errors.ts'
import { quantizeLinearPart } from '../quantize/linear-part.ts'
import { inputUnits } from '../quantize/quantize-layers.ts'
import { makeTensor } from '../tensor/tensor.ts'
import type { Layer, LayerModel, ModelInput, Provenance } from '../types.ts'
import { runFloatNet } from './run-float-net.ts'
import { type FloatConv2d, type FloatLayer, type FloatNet, widthsOf } from './types.ts'

export interface QuantizeNetOptions {
  name: string
  labels: string[]
  provenance: Provenance
  /** How data become the model's integers. The float net takes the data themselves, not normalized ones. */
  input: ModelInput
  /** Data rows to look at for activation ranges; images lie height, width, channel. */
  calibration: ArrayLike<number>[]
  /** Weights are -weightMax ... weightMax: 127 for int8, 7 for int4. */
  weightMax?: number
  /** Hidden activations are 0 ... activationMax. */
  activationMax?: number
}

/**
 * Post-training quantization of a float net with convolutions and pools, by the rules of `quantizeLayers`: symmetric
 * weights, a scale a channel, activations from 0 to the largest that calibration shows. Kind `linear`, `mlp` or `cnn`.
 *
 * @throws QuantizationError naming the layer; DatasetError for calibration rows that don't fit; OverflowError.
 */
export function quantizeNet(net: FloatNet, options: QuantizeNetOptions): LayerModel {
  checkFloatNet(net, options.input)
  const { name, input, labels, provenance, weightMax = 127, activationMax = 255 } = options
  const tops = largestActivations(net, options.calibration)
  let units: ArrayLike<number> = inputUnits(input)
  let zeroPoint = input.zeroPoint
  const layers = net.layers.map((layer, l): Layer => {
    if (layer.type === 'maxpool2d') {
      units = new Float64Array(widthsOf(layer).outputs).fill(units[0]!)
      return { type: 'maxpool2d', input: layer.input, size: layer.size, stride: layer.stride }
    }
    const last = l === net.layers.length - 1
    const taps = layer.weights.length / layer.bias.length
    const part = { name: `layers[${l}] ${layer.type}`, taps, weights: layer.weights, bias: layer.bias }
    const quantized = quantizeLinearPart(part, {
      // One scale for all pixels, which `checkFloatNet` made sure of.
      units: layer.type === 'dense' ? units : new Float64Array(taps).fill(units[0]!),
      zeroPoint,
      weightMax,
      perChannel: true,
      activation: last ? undefined : { top: tops[l]!, max: activationMax },
    })
    units = new Float64Array(widthsOf(layer).outputs).fill(quantized.units[0]!)
    zeroPoint = undefined
    const common = { bias: quantized.bias, activation: layer.activation }
    const requantize = quantized.requantize ? { requantize: quantized.requantize } : {}
    if (layer.type === 'dense') {
      const weights = makeTensor('i8', [layer.outputs, layer.inputs], quantized.weights)
      return { type: 'dense', weights, ...common, ...requantize }
    }
    const weights = makeTensor('i8', kernelShape(layer), quantized.weights)
    const { stride, padding } = layer
    return { type: 'conv2d', input: layer.input, weights, stride, padding, ...common, ...requantize }
  })
  const binary = widthsOf(net.layers.at(-1)!).outputs === 1
  const kind = net.layers.some(({ type }) => type !== 'dense')
    ? 'cnn'
    : layers.length === 1
      ? 'linear'
      : 'mlp'
  const output = binary ? { labels, rule: 'sign' as const } : { labels }
  return makeModel({ kind, name, input, layers, output, provenance })
}

const kernelShape = ({ output, kernel, input }: FloatConv2d) => [output[2], ...kernel, input[2]]

/** @throws QuantizationError naming the first layer whose sizes or numbers are not right. */
function checkFloatNet(net: FloatNet, input: ModelInput): void {
  let width = input.length
  const last = net.layers.at(-1)
  if (last?.type !== 'dense' || last.activation !== 'none')
    throw new QuantizationError('net', 'needs a dense layer without activation at its end')
  for (const [l, layer] of net.layers.entries()) {
    const name = `layers[${l}] ${layer.type}`
    const { inputs, outputs } = widthsOf(layer)
    if (inputs !== width) throw new QuantizationError(name, `takes ${inputs} values, it is given ${width}`)
    width = outputs
    if (l === 0 && layer.type !== 'dense') checkImageInput(name, input)
    if (layer.type !== 'maxpool2d') checkNumbers(name, layer)
    if (layer.type !== 'maxpool2d' && layer !== last && layer.activation !== 'relu')
      throw new QuantizationError(name, 'has no ReLU: hidden values from 0 are supported only')
  }
}

function checkImageInput(name: string, { scale, zeroPoint }: ModelInput): void {
  const scales = Array.isArray(scale) ? scale : [scale]
  const one = scales.every(({ num, den }) => num * scales[0]!.den === den * scales[0]!.num)
  if (!one || zeroPoint?.some((zero) => zero !== 0))
    throw new QuantizationError(name, 'needs an input with one scale for all pixels, and 0 as zero point')
}

function checkNumbers(name: string, layer: Exclude<FloatLayer, { type: 'maxpool2d' }>): void {
  for (const [what, values] of [
    ['weight', layer.weights],
    ['bias', layer.bias],
  ] as const) {
    const bad = values.findIndex((value) => !Number.isFinite(value))
    if (bad >= 0) throw new QuantizationError(name, `${what} ${bad} is ${values[bad]}`)
  }
}

function largestActivations(net: FloatNet, rows: ArrayLike<number>[]): number[] {
  if (rows.length === 0) throw new DatasetError('calibration: there are no rows')
  const { inputs } = widthsOf(net.layers[0]!)
  const tops = net.layers.map(() => 0)
  for (const [r, row] of rows.entries()) {
    if (row.length !== inputs)
      throw new DatasetError(`calibration: row ${r} has ${row.length} values, the net takes ${inputs}`)
    for (const [l, values] of runFloatNet(net, row).entries())
      for (const value of values) tops[l] = Math.max(tops[l]!, value)
  }
  return tops
}
