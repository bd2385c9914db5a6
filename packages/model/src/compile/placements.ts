import { readTensor } from '../tensor/tensor.ts'
import type { Model } from '../types.ts'
import { DATA_ROOM } from './data/data-contract.ts'
import type { PlacementEstimate } from './types.ts'

/**
 * Gas per byte of weights and call, by where they live. Source: the table in the inference specification, measured on
 * a nitro node. `perCall` is paid once, `perContract` for each contract of 24,576 bytes.
 */
const PLACES = [
  {
    placement: 'code',
    cached: 0.0012,
    uncached: 0.13,
    perCall: 0,
    emitted: true,
    remark: 'constants in straight-line code; bound by the size of the code',
  },
  {
    placement: 'const-stores',
    cached: 0.015,
    uncached: 0.26,
    perCall: 0,
    emitted: true,
    remark: 'written to memory at the start; loops over them',
  },
  {
    placement: 'data',
    cached: 0.752,
    uncached: 0.88,
    perCall: 0,
    emitted: true,
    remark: 'a data segment; loops over it; at most 86,928 bytes',
  },
  {
    placement: 'data-contracts',
    cached: 0.003,
    uncached: 0.003,
    perCall: 0,
    perContract: 3307,
    emitted: true,
    remark:
      'code of other contracts, read with account_code one after another; loops over it; nets of dense layers',
  },
  {
    placement: 'calldata',
    cached: 16,
    uncached: 16,
    perCall: 0,
    emitted: false,
    remark: '4 for a zero byte',
  },
  {
    placement: 'storage',
    cached: 65.6,
    uncached: 65.6,
    perCall: 0,
    emitted: false,
    remark: 'cold; 3.1 when warm',
  },
] as const

/** Bytes of a model's weights and biases, one byte a weight of 8 bits. */
export function weightBytes(model: Model): number {
  if ('trees' in model) {
    const nodes = model.trees.reduce((n, tree) => n + tree.nodes.length, 0)
    return nodes * 6
  }
  let bytes = 0
  for (const layer of model.layers) {
    const tensors =
      layer.type === 'table' ? [layer.values] : 'weights' in layer ? [layer.weights, layer.bias] : []
    for (const tensor of tensors) bytes += readTensor(tensor).byteLength
  }
  return bytes
}

/** What each place would take for a model's weights, the cheapest first. */
export function placementTable(model: Model, cached: boolean): PlacementEstimate[] {
  const bytes = weightBytes(model)
  return PLACES.map(({ cached: warm, uncached, perCall, ...place }) => {
    const { perContract, ...rest } = { perContract: 0, ...place }
    const once = perCall + perContract * Math.ceil(bytes / DATA_ROOM)
    return {
      ...rest,
      weightBytes: bytes,
      gasCached: Math.ceil(bytes * warm) + once,
      gasUncached: Math.ceil(bytes * uncached) + once,
    }
  }).sort((a, b) => (cached ? a.gasCached - b.gasCached : a.gasUncached - b.gasUncached))
}
