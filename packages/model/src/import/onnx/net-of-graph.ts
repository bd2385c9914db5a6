import type { FloatConv2d, FloatDense, FloatLayer, FloatNet, ImageShape } from '../../float-net/index.ts'
import { constantOf, numberOf, numbersOf, read, textOf } from './attributes.ts'
import type { OnnxGraph, OnnxNode } from './read-onnx.ts'

/** Values between two nodes: flat, or an image. ONNX images lie channel, height, width; ours height, width, channel. */
type Flow = { kind: 'flat'; width: number | undefined } | { kind: 'image'; shape: ImageShape }

interface State {
  graph: OnnxGraph
  layers: FloatLayer[]
  flow: Flow
  /** Set by Flatten: the image whose channel-first order the next dense layer's weights have. */
  flattened?: ImageShape
}

/** Ends of a classifier that don't change which score is highest. */
const endings = ['Softmax', 'LogSoftmax', 'ArgMax', 'Sigmoid']
const nothing = ['Identity', 'Dropout', 'Cast']

const steps: Record<string, (state: State, node: OnnxNode) => void> = {
  Gemm: gemm,
  MatMul: matMul,
  Add: addBias,
  Conv: conv,
  MaxPool: maxPool,
  Relu: relu,
  Flatten: flatten,
  Reshape: flatten,
}

/** Operators `netOfGraph` takes, for documentation. */
export const netOperators = [...Object.keys(steps), ...nothing, ...endings]

/**
 * A graph of dense layers, convolutions, ReLU and max pooling, one after the other, as a float net. What comes after the
 * last scores (softmax, argmax) is left out: it doesn't change the label.
 *
 * @throws ImportError naming the node.
 */
export function netOfGraph(graph: OnnxGraph): FloatNet {
  const state: State = { graph, layers: [], flow: flowOf(graph.input.shape) }
  let value = graph.input.name
  for (;;) {
    const next = graph.nodes.filter((node) => node.inputs.includes(value))
    if (next.length === 0 || next.every(({ type }) => endings.includes(type))) break
    if (next.length > 1)
      read.fail(
        next[1]!.path,
        `reads what ${next[0]!.path} reads as well: nets with branches can't be imported`,
      )
    const node = next[0]!
    const step = steps[node.type]
    if (step) step(state, node)
    else if (!nothing.includes(node.type))
      read.fail(node.path, `is an operator that is not supported. Supported: ${netOperators.join(', ')}`)
    value = node.outputs[0]!
  }
  const last = state.layers.at(-1)
  if (last?.type !== 'dense' || last.activation !== 'none')
    read.fail('the graph', 'does not end with a dense layer (Gemm, MatMul) and its scores')
  return { layers: state.layers }
}

function flowOf(shape: (number | undefined)[]): Flow {
  if (shape.length === 3) {
    const [channels, height, width] = shape
    if (channels === undefined || height === undefined || width === undefined)
      return read.fail('input', 'is an image of unknown size. Export with a fixed height and width')
    return { kind: 'image', shape: [height, width, channels] }
  }
  if (shape.length > 1) return read.fail('input', `has ${shape.length + 1} dimensions, 2 or 4 are supported`)
  return { kind: 'flat', width: shape[0] }
}

function gemm(state: State, node: OnnxNode): void {
  for (const name of ['alpha', 'beta'])
    read.need(numberOf(node, name, 1) === 1, `${node.path} ${name}`, 'is not 1')
  read.need(numberOf(node, 'transA', 0) === 0, `${node.path} transA`, 'is not 0')
  const { dims, values } = constantOf(state.graph, node, 1, 2)
  const transposed = numberOf(node, 'transB', 0) === 1
  const [outputs, inputs] = (transposed ? dims : dims.toReversed()) as [number, number]
  const weights = transposed ? values : turned(values, inputs, outputs)
  const bias = node.inputs[2] ? constantOf(state.graph, node, 2).values : new Float64Array(outputs)
  addDense(state, node, weights, inputs, spread(bias, outputs, node))
}

function matMul(state: State, node: OnnxNode): void {
  const { dims, values } = constantOf(state.graph, node, 1, 2)
  const [inputs, outputs] = dims as [number, number]
  addDense(state, node, turned(values, inputs, outputs), inputs, new Float64Array(outputs))
}

/** [rows, columns] as [columns, rows]. */
function turned(values: Float64Array, rows: number, columns: number): Float64Array {
  return values.map((_, k) => values[(k % rows) * columns + Math.floor(k / rows)]!)
}

function addDense(
  state: State,
  node: OnnxNode,
  given: Float64Array,
  inputs: number,
  bias: Float64Array,
): void {
  const { flow, flattened } = state
  const width = flattened ? flattened.reduce((a, b) => a * b) : flow.kind === 'flat' ? flow.width : undefined
  if (flow.kind === 'image') read.fail(node.path, 'takes an image: put a Flatten before it')
  if (width !== undefined && width !== inputs)
    read.fail(node.path, `takes ${inputs} values, it is given ${width}`)
  const weights = flattened ? channelsLast(given, inputs, flattened) : given
  state.layers.push({
    type: 'dense',
    inputs,
    outputs: bias.length,
    weights: Float32Array.from(weights),
    bias: Float32Array.from(bias),
    activation: 'none',
  })
  state.flattened = undefined
  state.flow = { kind: 'flat', width: bias.length }
}

/** Weights of a dense layer that read channel, height, width, in our order of the values. */
function channelsLast(
  weights: Float64Array,
  inputs: number,
  [height, width, channels]: ImageShape,
): Float64Array {
  return weights.map((_, k) => {
    const row = Math.floor(k / inputs) * inputs
    const place = k - row
    const c = place % channels
    const pixel = Math.floor(place / channels)
    return weights[row + c * height * width + pixel]!
  })
}

function addBias(state: State, node: OnnxNode): void {
  const layer = state.layers.at(-1)
  const place = node.inputs.findIndex((name) => state.graph.constants.has(name))
  if (place < 0 || !layer || layer.type === 'maxpool2d' || layer.activation !== 'none')
    read.fail(node.path, 'is supported as the bias of the layer before it only')
  const added = spread(constantOf(state.graph, node, place).values, layer.bias.length, node)
  layer.bias = layer.bias.map((value, o) => value + added[o]!)
}

function spread(values: Float64Array, length: number, node: OnnxNode): Float64Array {
  if (values.length === 1) return new Float64Array(length).fill(values[0]!)
  return values.length === length
    ? values
    : read.fail(node.path, `has a bias of ${values.length} values for ${length} outputs`)
}

function conv(state: State, node: OnnxNode): void {
  const input = imageOf(state, node)
  const { dims, values } = constantOf(state.graph, node, 1, 4)
  const [outputs, inChannels, height, width] = dims as [number, number, number, number]
  read.need(numberOf(node, 'group', 1) === 1, `${node.path} group`, 'is not 1')
  read.need(
    numbersOf(node, 'dilations', [1, 1]).every((by) => by === 1),
    `${node.path} dilations`,
    'are not 1',
  )
  read.need(inChannels === input[2], node.path, `takes ${inChannels} channels, it is given ${input[2]}`)
  const stride = pair(numbersOf(node, 'strides', [1, 1]))
  const padding = paddingOf(node, input, [height, width], stride)
  const [top, right, bottom, left] = padding
  const bias = node.inputs[2] ? constantOf(state.graph, node, 2).values : new Float64Array(outputs)
  const layer: FloatConv2d = {
    type: 'conv2d',
    input,
    output: [
      Math.floor((input[0] + top + bottom - height) / stride[0]) + 1,
      Math.floor((input[1] + left + right - width) / stride[1]) + 1,
      outputs,
    ],
    kernel: [height, width],
    stride,
    padding,
    weights: kernelLast(values, [outputs, inChannels, height, width]),
    bias: Float32Array.from(spread(bias, outputs, node)),
    activation: 'none',
  }
  state.layers.push(layer)
  state.flow = { kind: 'image', shape: layer.output }
}

/** [out, in, height, width] as [out, height, width, in]. */
function kernelLast(values: Float64Array, [, inputs, height, width]: [number, number, number, number]) {
  const taps = height * width
  return Float32Array.from(values, (_, k) => {
    const out = Math.floor(k / (taps * inputs))
    const c = k % inputs
    const tap = Math.floor(k / inputs) % taps
    return values[(out * inputs + c) * taps + tap]!
  })
}

/** [top, right, bottom, left] from ONNX's [top, left, bottom, right], or from auto_pad. */
function paddingOf(
  node: OnnxNode,
  input: ImageShape,
  kernel: [number, number],
  stride: [number, number],
): [number, number, number, number] {
  const auto = textOf(node, 'auto_pad', 'NOTSET')
  if (auto === 'NOTSET') {
    const [top, left, bottom, right] = numbersOf(node, 'pads', [0, 0, 0, 0]) as [
      number,
      number,
      number,
      number,
    ]
    return [top, right, bottom, left]
  }
  if (auto === 'VALID') return [0, 0, 0, 0]
  if (!auto.startsWith('SAME')) return read.fail(`${node.path} auto_pad`, `is '${auto}', which is not known`)
  const whole = [0, 1].map((axis) => {
    const places = Math.ceil(input[axis]! / stride[axis]!)
    return Math.max(0, (places - 1) * stride[axis]! + kernel[axis]! - input[axis]!)
  }) as [number, number]
  const less = auto === 'SAME_UPPER' ? Math.floor : Math.ceil
  const top = less(whole[0] / 2)
  const left = less(whole[1] / 2)
  return [top, whole[1] - left, whole[0] - top, left]
}

function maxPool(state: State, node: OnnxNode): void {
  const input = imageOf(state, node)
  const size = pair(numbersOf(node, 'kernel_shape', [2, 2]))
  const stride = pair(numbersOf(node, 'strides', [1, 1]))
  read.need(numberOf(node, 'ceil_mode', 0) === 0, `${node.path} ceil_mode`, 'is not 0')
  read.need(
    paddingOf(node, input, size, stride).every((zeros) => zeros === 0),
    `${node.path} pads`,
    'are not 0: pooling with padding is not supported',
  )
  const output: ImageShape = [
    Math.floor((input[0] - size[0]) / stride[0]) + 1,
    Math.floor((input[1] - size[1]) / stride[1]) + 1,
    input[2],
  ]
  state.layers.push({ type: 'maxpool2d', input, output, size, stride })
  state.flow = { kind: 'image', shape: output }
}

function relu(state: State, node: OnnxNode): void {
  // ReLU after a pool is the same as before it.
  const layer = state.layers.findLast(
    (before): before is FloatDense | FloatConv2d => before.type !== 'maxpool2d',
  )
  if (!layer) read.fail(node.path, 'stands at the start of the graph')
  layer.activation = 'relu'
}

function flatten(state: State, node: OnnxNode): void {
  if (state.flow.kind === 'flat') {
    if (node.type === 'Reshape') reshapeInput(state, node)
    return
  }
  if (node.type === 'Reshape') {
    const to = constantOf(state.graph, node, 1).values
    const flat = to.length === 2 && (to[0] === -1 || to[0] === 0 || to[0] === 1 || to[1] === -1)
    read.need(flat, node.path, 'is supported from an image to [rows, values] only')
  } else read.need(numberOf(node, 'axis', 1) === 1, `${node.path} axis`, 'is not 1')
  state.flattened = state.flow.shape
  state.flow = { kind: 'flat', width: undefined }
}

/** A Reshape at the start that makes an image of a flat input. */
function reshapeInput(state: State, node: OnnxNode): void {
  const to = constantOf(state.graph, node, 1).values
  if (to.length === 2) return
  const shape = [...to].slice(1)
  const known = to.length === 4 && shape.every((size) => size > 0)
  read.need(known && state.layers.length === 0, node.path, 'is supported to an image at the start only')
  const [channels, height, width] = shape as ImageShape
  read.need(
    channels === 1,
    node.path,
    `makes an image of ${channels} channels; from flat values 1 is supported`,
  )
  state.flow = { kind: 'image', shape: [height, width, channels] }
}

function imageOf(state: State, node: OnnxNode): ImageShape {
  if (state.flow.kind === 'flat') return read.fail(node.path, 'needs an image, it is given flat values')
  return state.flow.shape
}

function pair(values: number[]): [number, number] {
  return [values[0]!, values[1]!]
}
