import type { Layer, LayerModel } from '../types.ts'
import { integer, integers, need, record, show } from './check.ts'
import { checkTensor } from './check-tensor.ts'
import { layerShape } from './layer-shape.ts'

const MAX_LAYERS = 64
/** Values between layers, and multiply-accumulates of a convolution: bounds what a bad file can make us compute. */
const MAX_VALUES = 2 ** 20
const MAX_MACS = 2 ** 30

/** Checks the layers of a linear model, MLP or CNN: each for itself, their order, and that sizes fit each other. */
export function checkLayers(value: unknown, kind: LayerModel['kind'], inputs: number, scores: number): void {
  need(
    Array.isArray(value) && value.length > 0 && value.length <= MAX_LAYERS,
    'layers',
    `needs 1 to ${MAX_LAYERS} layers`,
  )
  let length = inputs
  let open = -1
  for (const [i, item] of (value as unknown[]).entries()) {
    const path = `layers[${i}]`
    const type = (item as { type?: unknown } | null)?.type
    const check = typeof type === 'string' && Object.hasOwn(CHECKS, type) ? CHECKS[type] : undefined
    need(
      check !== undefined,
      `${path}.type`,
      `is ${show(type)}; known layers are ${Object.keys(CHECKS).join(', ')}`,
    )
    need(
      open < 0 || type === 'table',
      `layers[${open}].requantize`,
      `is missing, but ${path} is a ${type}: only a table may follow int32 accumulators`,
    )
    check(item, path)
    const shape = layerShape(item as Layer, length)
    need(shape.inputs === length, path, `takes ${shape.inputs} values, the one before gives ${length}`)
    need(shape.outputs <= MAX_VALUES, path, `gives ${shape.outputs} values, more than ${MAX_VALUES}`)
    need(shape.macs <= MAX_MACS, path, `needs ${shape.macs} multiplications, more than ${MAX_MACS}`)
    length = shape.outputs
    const layer = item as Layer
    if ((layer.type === 'dense' || layer.type === 'conv2d') && !layer.requantize) open = i
  }
  const types = (value as Layer[]).map((layer) => layer.type)
  if (kind === 'linear')
    need(
      types[0] === 'dense' && types.slice(1).every((type) => type === 'table'),
      'layers',
      'of kind linear are one dense layer and tables',
    )
  else if (kind === 'mlp')
    need(
      types.includes('dense') && types.every((type) => type === 'dense' || type === 'table'),
      'layers',
      'of kind mlp are dense layers and tables',
    )
  else need(types.includes('conv2d'), 'layers', 'of kind cnn need a conv2d')
  need(length === scores, 'layers', `give ${length} scores, output.labels and output.rule need ${scores}`)
}

const CHECKS: Record<string, (value: unknown, path: string) => void> = {
  dense(value, path) {
    const layer = record(value, path, ['type', 'weights', 'bias', 'activation'], ['requantize'])
    checkTensor(layer.weights, `${path}.weights`, ['i8', 'i16'], [null, null])
    checkSums(layer, path)
  },

  conv2d(value, path) {
    const fields = ['type', 'input', 'weights', 'bias', 'stride', 'padding', 'activation']
    const layer = record(value, path, fields, ['requantize'])
    const [height, width, channels] = integers(layer.input, `${path}.input`, 3, 1, 4096)
    checkTensor(layer.weights, `${path}.weights`, ['i8', 'i16'], [null, null, null, channels!])
    integers(layer.stride, `${path}.stride`, 2, 1, 4096)
    const [top, right, bottom, left] = integers(layer.padding, `${path}.padding`, 4, 0, 4096)
    const [, kernelHeight, kernelWidth] = (layer.weights as { shape: number[] }).shape
    need(
      kernelHeight! <= height! + top! + bottom! && kernelWidth! <= width! + left! + right!,
      `${path}.weights.shape`,
      `has a kernel of ${kernelHeight} x ${kernelWidth}, larger than the padded input`,
    )
    checkSums(layer, path)
  },

  maxpool2d(value, path) {
    const layer = record(value, path, ['type', 'input', 'size', 'stride'])
    const [height, width] = integers(layer.input, `${path}.input`, 3, 1, 4096)
    const [rows, columns] = integers(layer.size, `${path}.size`, 2, 1, 4096)
    integers(layer.stride, `${path}.stride`, 2, 1, 4096)
    need(rows! <= height! && columns! <= width!, `${path}.size`, 'is larger than the input')
  },

  table(value, path) {
    const layer = record(value, path, ['type', 'values', 'offset', 'shift', 'interpolation'])
    const values = checkTensor(layer.values, `${path}.values`, ['i8', 'u8', 'i16', 'i32'], [null])
    integer(layer.offset, `${path}.offset`)
    const shift = integer(layer.shift, `${path}.shift`, 0, 30)
    need(
      (values.length - 1) * 2 ** shift < 2 ** 31,
      `${path}.shift`,
      `is ${shift}: ${values.length} entries reach past int32`,
    )
    const { interpolation } = layer
    need(
      interpolation === 'nearest' || interpolation === 'linear',
      `${path}.interpolation`,
      "is not 'nearest' or 'linear'",
    )
    if (interpolation === 'linear')
      for (let i = 1; i < values.length; i++) {
        // Below 2^52 the product of step and fraction is exact in a double and in int64.
        const step = Math.abs(values[i]! - values[i - 1]!)
        need(step * 2 ** shift < 2 ** 52, `${path}.values[${i}]`, 'is too far from the entry before it')
      }
  },
}

/** What dense and conv2d share: bias, activation and requantization, one entry an output channel. */
function checkSums(layer: Record<string, unknown>, path: string): void {
  const outputs = (layer.weights as { shape: number[] }).shape[0]!
  checkTensor(layer.bias, `${path}.bias`, ['i32'], [outputs])
  const { activation } = layer
  need(activation === 'none' || activation === 'relu', `${path}.activation`, "is not 'none' or 'relu'")
  if (layer.requantize === undefined) return
  const at = `${path}.requantize`
  const requantize = record(layer.requantize, at, ['multiplier', 'shift', 'zeroPoint', 'min', 'max'])
  for (const [field, low, high] of [
    ['multiplier', 1, 2 ** 31 - 1],
    ['shift', 1, 62],
  ] as const) {
    const tensor = requantize[field]
    const shape = (tensor as { shape?: unknown } | null)?.shape
    const one = Array.isArray(shape) && shape.length === 1 && shape[0] === 1
    const values = checkTensor(tensor, `${at}.${field}`, ['i8', 'u8', 'i16', 'i32'], [one ? 1 : outputs])
    for (let i = 0; i < values.length; i++) integer(values[i], `${at}.${field}[${i}]`, low, high)
  }
  integer(requantize.zeroPoint, `${at}.zeroPoint`)
  const min = integer(requantize.min, `${at}.min`)
  integer(requantize.max, `${at}.max`, min)
}
