import type { Hex } from 'viem'
import type { CallOutcome, ExpectedLayer, LayerDivergence } from '../types.ts'
import { distanceOf } from './compare.ts'

const WIDTH = { u8: 1, i8: 1, i16: 2, i32: 4 } as const

/** Values of a layer from the bytes that a contract gives; `undefined` when their number does not fit. */
export function readLayer(bytes: Uint8Array, type: NonNullable<ExpectedLayer['type']>): number[] | undefined {
  const width = WIDTH[type]
  if (bytes.length % width !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / width }, (_, i) => {
    if (type === 'u8') return view.getUint8(i)
    if (type === 'i8') return view.getInt8(i)
    return type === 'i16' ? view.getInt16(2 * i, true) : view.getInt32(4 * i, true)
  })
}

/**
 * The first layer that gives other values than expected, asked one by one from the input on: what differs
 * later follows from it.
 *
 * @param ask calls the contract's `layer(index, input)` door
 */
export async function firstLayer(
  ask: (index: number, input: Hex) => Promise<CallOutcome>,
  input: Hex,
  layers: readonly ExpectedLayer[],
): Promise<LayerDivergence | undefined> {
  for (const [index, { name, want, type = 'i8' }] of layers.entries()) {
    const at = { index, of: layers.length, name }
    const outcome = await ask(index, input)
    if (outcome.trap !== undefined) return { ...at, says: `stops: ${outcome.trap}` }
    if (outcome.revert !== undefined)
      return {
        ...at,
        says: `reverts${outcome.revert.name === undefined ? '' : ` with ${outcome.revert.name}`}`,
      }
    const hex = typeof outcome.value === 'string' ? outcome.value : '0x'
    const bytes = new Uint8Array(Buffer.from(hex.slice(2), 'hex'))
    const got = readLayer(bytes, type)
    if (got === undefined) return { ...at, says: `gives ${bytes.length} bytes, which is no list of ${type}` }
    if (got.length === want.length && got.every((value, i) => value === want[i])) continue
    return { ...at, says: distanceOf(got, [...want], 'LSB') ?? `gives ${hex}` }
  }
  return undefined
}

/** `2 of 4, dense 1: first difference at index 5: 12, expected 13, off by 1 LSB`; layers are counted from 1 here. */
export function layerInWords({ index, of, name, says }: LayerDivergence): string {
  return `${index + 1} of ${of}, ${name}: ${says}`
}
