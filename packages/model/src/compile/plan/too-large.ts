import { prices } from '@inkling/wasm'
import type { LayerModel } from '../../types.ts'
import type { Misfit } from '../fit.ts'
import { planInput } from './input.ts'
import { bitLength } from './lanes.ts'
import { overFields } from './linear-layer.ts'
import { toLinear } from './to-linear.ts'

/** A `local.get` and an `add`: what a value takes in a sum at the very least. */
const LEAST_TERM = 3

/**
 * Whether straight-line code of a net is certainly larger than a module may be, so that a search would be in vain. The
 * first layer alone is counted: each of its words takes at least a term for each input that one of its outputs uses.
 */
export function tooLargeForCode(model: LayerModel): Misfit | undefined {
  const layer = model.layers[0]!
  if (layer.type !== 'dense' && layer.type !== 'conv2d') return undefined
  const outputs = overFields(toLinear(layer, 'layers[0]'), planInput(model.input).source)
  const bits: number[] = new Array(model.input.length).fill(0)
  for (const { index, min, max } of outputs) {
    const width = Math.max(1, bitLength(BigInt(max - min)))
    for (const i of index) bits[i]! += width
  }
  const value = LEAST_TERM * bits.reduce((terms, width) => terms + Math.ceil(width / 64), 0)
  const allowed = prices.LIMITS.wasmBytes
  return value > allowed ? { limit: 'bytes of wasm, at least', value, allowed } : undefined
}
