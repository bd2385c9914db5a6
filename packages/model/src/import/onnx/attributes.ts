import { type Reader, readerOf } from '../reader.ts'
import { type Constant, type OnnxGraph, type OnnxNode, onnxFile } from './read-onnx.ts'

export const read: Reader = readerOf(onnxFile)

export function numberOf(node: OnnxNode, name: string, otherwise: number): number {
  const value = node.attributes.get(name) ?? otherwise
  return typeof value === 'number' ? value : read.fail(`${node.path} ${name}`, 'is no number')
}

export function textOf(node: OnnxNode, name: string, otherwise: string): string {
  const value = node.attributes.get(name) ?? otherwise
  return typeof value === 'string' ? value : read.fail(`${node.path} ${name}`, 'is no text')
}

/** A list of numbers of a certain length, or `otherwise` when the node has none. */
export function numbersOf(node: OnnxNode, name: string, otherwise: number[]): number[] {
  const value = node.attributes.get(name) ?? otherwise
  const ok = Array.isArray(value) && value.every((item) => typeof item === 'number')
  if (!ok) return read.fail(`${node.path} ${name}`, 'is no list of numbers')
  const list = value as number[]
  if (otherwise.length > 0 && list.length !== otherwise.length)
    return read.fail(`${node.path} ${name}`, `has ${list.length} numbers, ${otherwise.length} are supported`)
  return list
}

/** A node's input that has to be a constant of the graph. */
export function constantOf(graph: OnnxGraph, node: OnnxNode, place: number, rank?: number): Constant {
  const name = node.inputs[place]
  const constant = name === undefined ? undefined : graph.constants.get(name)
  if (!constant) return read.fail(`${node.path} input ${place}`, 'is no constant of the graph')
  if (rank !== undefined && constant.dims.length !== rank)
    return read.fail(`${node.path} input ${place}`, `has ${constant.dims.length} dimensions, not ${rank}`)
  return constant
}
