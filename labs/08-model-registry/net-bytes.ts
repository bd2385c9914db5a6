/** A net as the bytes that its data contracts hold. `contract/core/src/net.rs` reads them. */
import { type DenseLayer, type LayerModel, readTensor } from '@inkling/model'
import { DATA_ROOM, type DataContract, dataContract } from '@inkling/model/compile'
import { type Hex, keccak256 } from 'viem'

/** Number of layers and largest pixel, a byte each; then the layers, as lab 7 hashes them. */
export function netBytes(model: LayerModel): Uint8Array {
  const layers = model.layers.map((layer) => layerBytes(layer as DenseLayer))
  const bytes = new Uint8Array(2 + layers.reduce((sum, layer) => sum + layer.length, 0))
  bytes.set([layers.length, Math.max(...model.input.max)])
  let at = 2
  for (const layer of layers) {
    bytes.set(layer, at)
    at += layer.length
  }
  return bytes
}

/**
 * Outputs and inputs (two bytes each), shift and top (a byte each, 0 and 0 without requantization), weights row by row,
 * biases as int32. Numbers are little-endian.
 */
function layerBytes(layer: DenseLayer): Uint8Array {
  const [outputs, inputs] = layer.weights.shape as [number, number]
  const bytes = new Uint8Array(6 + outputs * inputs + 4 * outputs)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, outputs, true)
  view.setUint16(2, inputs, true)
  view.setUint8(4, layer.requantize ? readTensor(layer.requantize.shift)[0]! : 0)
  view.setUint8(5, layer.requantize?.max ?? 0)
  bytes.set(
    Uint8Array.from(readTensor(layer.weights), (weight) => weight & 255),
    6,
  )
  for (const [o, bias] of [...readTensor(layer.bias)].entries())
    view.setInt32(6 + outputs * inputs + 4 * o, bias, true)
  return bytes
}

/** What names a net on chain. */
export function weightsHash(bytes: Uint8Array): Hex {
  return keccak256(bytes)
}

/** The data contracts of a net, in order, each as full as it can be. Their addresses follow from the bytes. */
export function dataContracts(bytes: Uint8Array, room = DATA_ROOM): DataContract[] {
  const count = Math.ceil(bytes.length / room)
  return Array.from({ length: count }, (_, i) => dataContract(bytes.subarray(room * i, room * (i + 1))))
}
