import protobuf from 'protobufjs/light.js'

type FieldSpec = [type: string, id: number, rule?: 'repeated']

const message = (fields: Record<string, FieldSpec>) => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, [type, id, rule]]) => [
      name,
      rule ? { type, id, rule } : { type, id },
    ]),
  ),
})

/**
 * The messages of an ONNX file as far as nets and trees need them: names and field numbers from onnx.proto (ONNX IR
 * version 3 and later, onnx.ai). Fields left out here are skipped when a file is read.
 */
const root = protobuf.Root.fromJSON({
  nested: {
    ModelProto: message({
      producerName: ['string', 2],
      producerVersion: ['string', 3],
      graph: ['GraphProto', 7],
    }),
    GraphProto: message({
      node: ['NodeProto', 1, 'repeated'],
      initializer: ['TensorProto', 5, 'repeated'],
      input: ['ValueInfoProto', 11, 'repeated'],
      output: ['ValueInfoProto', 12, 'repeated'],
    }),
    NodeProto: message({
      input: ['string', 1, 'repeated'],
      output: ['string', 2, 'repeated'],
      name: ['string', 3],
      opType: ['string', 4],
      attribute: ['AttributeProto', 5, 'repeated'],
      domain: ['string', 7],
    }),
    AttributeProto: message({
      name: ['string', 1],
      f: ['float', 2],
      i: ['int64', 3],
      s: ['bytes', 4],
      t: ['TensorProto', 5],
      floats: ['float', 7, 'repeated'],
      ints: ['int64', 8, 'repeated'],
      strings: ['bytes', 9, 'repeated'],
      type: ['int32', 20],
    }),
    TensorProto: message({
      dims: ['int64', 1, 'repeated'],
      dataType: ['int32', 2],
      floatData: ['float', 4, 'repeated'],
      int32Data: ['int32', 5, 'repeated'],
      int64Data: ['int64', 7, 'repeated'],
      name: ['string', 8],
      rawData: ['bytes', 9],
      doubleData: ['double', 10, 'repeated'],
      externalData: ['StringStringEntryProto', 13, 'repeated'],
    }),
    StringStringEntryProto: message({ key: ['string', 1], value: ['string', 2] }),
    ValueInfoProto: message({ name: ['string', 1], type: ['TypeProto', 2] }),
    TypeProto: message({ tensorType: ['TensorTypeProto', 1] }),
    TensorTypeProto: message({ elemType: ['int32', 1], shape: ['TensorShapeProto', 2] }),
    TensorShapeProto: message({ dim: ['DimensionProto', 1, 'repeated'] }),
    DimensionProto: message({ dimValue: ['int64', 1], dimParam: ['string', 2] }),
  },
})

export interface RawTensor {
  name: string
  dims: number[]
  dataType: number
  floatData: number[]
  int32Data: number[]
  int64Data: number[]
  doubleData: number[]
  rawData: Uint8Array
  externalData: unknown[]
}

export interface RawAttribute {
  name: string
  /** 1 float, 2 int, 3 string, 4 tensor, 6 floats, 7 ints, 8 strings. */
  type: number
  f: number
  i: number
  s: Uint8Array
  t?: RawTensor
  floats: number[]
  ints: number[]
  strings: Uint8Array[]
}

export interface RawNode {
  input: string[]
  output: string[]
  name: string
  opType: string
  domain: string
  attribute: RawAttribute[]
}

interface RawValue {
  name: string
  type?: { tensorType?: { shape?: { dim: { dimValue: number; dimParam: string }[] } } }
}

export interface RawModel {
  producerName: string
  producerVersion: string
  graph?: { node: RawNode[]; initializer: RawTensor[]; input: RawValue[]; output: RawValue[] }
}

/** @throws an Error of protobufjs for bytes that are no message. */
export function decodeOnnx(bytes: Uint8Array): RawModel {
  const type = root.lookupType('ModelProto')
  return type.toObject(type.decode(bytes), { longs: Number, arrays: true, defaults: true }) as RawModel
}
