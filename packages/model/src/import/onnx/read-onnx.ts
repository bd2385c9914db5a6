import { type Reader, readerOf } from '../reader.ts'
import { decodeOnnx, type RawAttribute, type RawTensor } from './onnx-schema.ts'

export const onnxFile = {
  name: 'ONNX model',
  remedy: 'What can be imported is listed in docs/reference/import.md.',
}

/** Constant values of a graph, as doubles, row by row. */
export interface Constant {
  dims: number[]
  values: Float64Array
}

export type Attribute = number | string | number[] | string[] | Constant

export interface OnnxNode {
  /** For errors: `node 3 (Gemm)`. */
  path: string
  type: string
  inputs: string[]
  outputs: string[]
  attributes: Map<string, Attribute>
}

export interface OnnxGraph {
  producer: string
  nodes: OnnxNode[]
  constants: Map<string, Constant>
  /** The graph's only input that is no constant; its shape without the batch, where the file says so. */
  input: { name: string; shape: (number | undefined)[] }
  outputs: string[]
}

/** Data types of ONNX tensors that are read: 1 float, 6 int32, 7 int64, 11 double. */
const readRaw: Record<number, (view: DataView, at: number) => number> = {
  1: (view, at) => view.getFloat32(at, true),
  6: (view, at) => view.getInt32(at, true),
  7: (view, at) => Number(view.getBigInt64(at, true)),
  11: (view, at) => view.getFloat64(at, true),
}
const widths: Record<number, number> = { 1: 4, 6: 4, 7: 8, 11: 8 }

/**
 * Bytes of a .onnx file as a graph of plain values.
 *
 * @throws ImportError for bytes that are no ONNX file, tensors kept in other files, or several inputs.
 */
export function readOnnx(bytes: Uint8Array): OnnxGraph {
  const read: Reader = readerOf(onnxFile)
  const model = decoded(bytes, read)
  const { graph } = model
  if (!graph || graph.node.length === 0) return read.fail('the file', 'holds no graph')
  const constants = new Map(
    graph.initializer.map((tensor) => [tensor.name, constant(tensor, `initializer '${tensor.name}'`, read)]),
  )
  const nodes: OnnxNode[] = []
  for (const [n, raw] of graph.node.entries()) {
    const path = `node ${n} (${raw.opType})`
    const attributes = new Map(
      raw.attribute.map((attribute) => [
        attribute.name,
        attributeValue(attribute, `${path} ${attribute.name}`, read),
      ]),
    )
    const value = attributes.get('value')
    if (raw.opType === 'Constant' && typeof value === 'object' && 'dims' in value)
      constants.set(raw.output[0]!, value)
    else nodes.push({ path, type: raw.opType, inputs: raw.input, outputs: raw.output, attributes })
  }
  const inputs = graph.input.filter(({ name }) => !constants.has(name))
  if (inputs.length !== 1) return read.fail('input', `are ${inputs.length}: one input can be imported`)
  const dims = inputs[0]!.type?.tensorType?.shape?.dim ?? []
  return {
    producer: [model.producerName, model.producerVersion].filter(Boolean).join(' ') || 'unknown',
    nodes,
    constants,
    input: {
      name: inputs[0]!.name,
      shape: dims.slice(1).map(({ dimValue }) => (dimValue > 0 ? dimValue : undefined)),
    },
    outputs: graph.output.map(({ name }) => name),
  }
}

function decoded(bytes: Uint8Array, read: Reader) {
  try {
    return decodeOnnx(bytes)
  } catch (error) {
    return read.fail('the file', `is no ONNX file (${(error as Error).message})`)
  }
}

function constant(tensor: RawTensor, path: string, read: Reader): Constant {
  const { dims, dataType, rawData } = tensor
  const size = dims.reduce((a, b) => a * b, 1)
  read.need(tensor.externalData.length === 0, path, 'is kept in another file. Save the model as one file')
  const width = widths[dataType]
  if (width === undefined)
    return read.fail(path, `has data type ${dataType}; float, double, int32, int64 are read`)
  const lists = { 1: tensor.floatData, 6: tensor.int32Data, 7: tensor.int64Data, 11: tensor.doubleData }
  let values: ArrayLike<number> = lists[dataType as 1]
  if (rawData.length > 0) {
    read.need(
      rawData.length === size * width,
      path,
      `has ${rawData.length} bytes, its shape needs ${size * width}`,
    )
    const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength)
    values = Array.from({ length: size }, (_, i) => readRaw[dataType]!(view, i * width))
  }
  read.need(values.length === size, path, `has ${values.length} values, its shape needs ${size}`)
  const result = Float64Array.from(values)
  const bad = result.findIndex((value) => !Number.isFinite(value))
  read.need(bad < 0, path, `has the value ${result[bad]}`)
  return { dims, values: result }
}

const text = new TextDecoder()

function attributeValue(attribute: RawAttribute, path: string, read: Reader): Attribute {
  switch (attribute.type) {
    case 1:
      return attribute.f
    case 2:
      return attribute.i
    case 3:
      return text.decode(attribute.s)
    case 4:
      return attribute.t ? constant(attribute.t, path, read) : read.fail(path, 'is empty')
    case 6:
      return attribute.floats
    case 7:
      return attribute.ints
    case 8:
      return attribute.strings.map((item) => text.decode(item))
    default:
      return read.fail(path, `is an attribute of type ${attribute.type}, which is not read`)
  }
}
