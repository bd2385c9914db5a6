import type { FloatLayer, FloatNet, ImageShape } from '../../float-net/index.ts'
import { read, type TfjsLayer, type TfjsModel } from './read-tfjs.ts'

/** Values between two layers; both libraries lay images height, width, channel, so flattening moves nothing. */
type Shape = number[]

interface State {
  layers: FloatLayer[]
  shape: Shape
}

const steps: Record<string, (state: State, layer: TfjsLayer) => void> = {
  Dense: dense,
  Conv2D: conv,
  MaxPooling2D: pool,
  Flatten: (state) => {
    state.shape = [product(state.shape)]
  },
  Reshape: reshape,
  ReLU: (state, layer) => activate(state, layer, 'relu'),
  Activation: (state, layer) => activate(state, layer, layer.config.activation),
  Softmax: (state, layer) => activate(state, layer, 'softmax'),
  InputLayer: () => {},
  Dropout: () => {},
}

/** Layers `netOfLayers` takes, for documentation. */
export const tfjsLayers = Object.keys(steps)

/**
 * A sequential tfjs model of dense layers, convolutions, ReLU and max pooling as a float net. A softmax or sigmoid at the
 * end is left out: it doesn't change the label.
 *
 * @throws ImportError naming the layer.
 */
export function netOfLayers({ layers, inputShape }: TfjsModel): FloatNet {
  const state: State = { layers: [], shape: inputShape }
  for (const layer of layers) {
    const step = steps[layer.type]
    if (!step) read.fail(layer.path, `is not supported. Supported: ${tfjsLayers.join(', ')}`)
    else step(state, layer)
  }
  const last = state.layers.at(-1)
  read.need(
    last?.type === 'dense' && last.activation === 'none',
    'the model',
    'does not end with a dense layer and its scores',
  )
  return { layers: state.layers }
}

const product = (shape: Shape) => shape.reduce((a, b) => a * b, 1)

function dense(state: State, layer: TfjsLayer): void {
  const kernel = weight(layer, 'kernel', 2)
  const [inputs, outputs] = kernel.shape as [number, number]
  read.need(
    state.shape.length === 1 && state.shape[0] === inputs,
    layer.path,
    `takes ${inputs} values, it is given [${state.shape}]. Put a Flatten before it`,
  )
  const weights = kernel.values.map((_, k) => kernel.values[(k % inputs) * outputs + Math.floor(k / inputs)]!)
  state.layers.push({
    type: 'dense',
    inputs,
    outputs,
    weights,
    bias: biasOf(layer, outputs),
    activation: 'none',
  })
  state.shape = [outputs]
  activate(state, layer, layer.config.activation)
}

function conv(state: State, layer: TfjsLayer): void {
  const input = imageOf(state, layer)
  const kernel = weight(layer, 'kernel', 4)
  const [height, width, inputs, outputs] = kernel.shape as [number, number, number, number]
  read.need(layer.config.data_format !== 'channelsFirst', layer.path, 'has data_format channelsFirst')
  read.need(inputs === input[2], layer.path, `takes ${inputs} channels, it is given ${input[2]}`)
  read.need(
    pairOf(layer, 'dilation_rate', 1).every((by) => by === 1),
    `${layer.path} dilation_rate`,
    'is not 1',
  )
  const stride = pairOf(layer, 'strides', 1)
  const same = layer.config.padding === 'same'
  const [rows, columns] = [0, 1].map((axis) => {
    const size = input[axis]!
    const window = [height, width][axis]!
    const places = same ? Math.ceil(size / stride[axis]!) : Math.floor((size - window) / stride[axis]!) + 1
    return { places, zeros: same ? Math.max(0, (places - 1) * stride[axis]! + window - size) : 0 }
  }) as [{ places: number; zeros: number }, { places: number; zeros: number }]
  const top = Math.floor(rows.zeros / 2)
  const left = Math.floor(columns.zeros / 2)
  const output: ImageShape = [rows.places, columns.places, outputs]
  const taps = height * width * inputs
  state.layers.push({
    type: 'conv2d',
    input,
    output,
    kernel: [height, width],
    stride,
    padding: [top, columns.zeros - left, rows.zeros - top, left],
    weights: kernel.values.map((_, k) => kernel.values[(k % taps) * outputs + Math.floor(k / taps)]!),
    bias: biasOf(layer, outputs),
    activation: 'none',
  })
  state.shape = output
  activate(state, layer, layer.config.activation)
}

function pool(state: State, layer: TfjsLayer): void {
  const input = imageOf(state, layer)
  read.need(
    layer.config.padding !== 'same',
    `${layer.path} padding`,
    "is 'same': pooling with padding is not supported",
  )
  const size = pairOf(layer, 'pool_size', 2)
  const stride = layer.config.strides ? pairOf(layer, 'strides', 2) : size
  const output: ImageShape = [
    Math.floor((input[0] - size[0]) / stride[0]) + 1,
    Math.floor((input[1] - size[1]) / stride[1]) + 1,
    input[2],
  ]
  state.layers.push({ type: 'maxpool2d', input, output, size, stride })
  state.shape = output
}

function reshape(state: State, layer: TfjsLayer): void {
  const to = read.numbers(layer.config.target_shape, `${layer.path} target_shape`)
  const known = to.every((size) => size > 0) && product(to) === product(state.shape)
  read.need(known, layer.path, `makes [${to}] of [${state.shape}]`)
  state.shape = to
}

function activate(state: State, layer: TfjsLayer, name: unknown): void {
  const end = name === 'softmax' || name === 'sigmoid'
  if (name === undefined || name === null || name === 'linear' || end) return
  if (name !== 'relu')
    read.fail(layer.path, `has the activation '${name}'; relu, linear, softmax are supported`)
  // ReLU after a pool is the same as before it.
  const before = state.layers.findLast((item) => item.type !== 'maxpool2d')
  if (!before) read.fail(layer.path, 'stands at the start')
  before.activation = 'relu'
}

function imageOf(state: State, layer: TfjsLayer): ImageShape {
  if (state.shape.length !== 3)
    return read.fail(layer.path, `needs [height, width, channels], it is given [${state.shape}]`)
  return state.shape as ImageShape
}

function weight(layer: TfjsLayer, name: string, rank: number) {
  const found = layer.weights.get(name)
  if (!found || found.shape.length !== rank)
    return read.fail(layer.path, `has no ${name} of ${rank} dimensions`)
  return found
}

function biasOf(layer: TfjsLayer, outputs: number): Float32Array {
  const bias = layer.weights.get('bias')?.values ?? new Float32Array(outputs)
  return bias.length === outputs
    ? bias
    : read.fail(layer.path, `has ${bias.length} biases for ${outputs} outputs`)
}

function pairOf(layer: TfjsLayer, name: string, otherwise: number): [number, number] {
  const value = layer.config[name] ?? otherwise
  const pair = typeof value === 'number' ? [value, value] : value
  return read.numbers(pair, `${layer.path} ${name}`, 2) as [number, number]
}
