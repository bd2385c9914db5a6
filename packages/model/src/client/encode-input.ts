import type { Hex } from 'viem'
import { ModelError, PackingError } from '../errors.ts'
import { packInput, unpackInput } from '../input/pack-input.ts'
import { quantizeInput } from '../input/quantize-input.ts'
import { packU8 } from '../pack.ts'
import { checkValues } from '../reference/check-values.ts'
import type { Model } from '../types.ts'

/** One number a feature, or the packed bytes of an input. */
export type PredictInput = readonly number[] | Uint8Array | Hex

/**
 * The packed input of a call. With a model file everything a contract refuses is refused here already, by name;
 * without one numbers are packed one byte each.
 *
 * @throws WrongLengthError, OutOfRangeError, DatasetError, PackingError.
 */
export function encodeInput(features: PredictInput, model: Model | undefined, quantized: boolean): Hex {
  if (typeof features === 'string' || features instanceof Uint8Array) {
    const hex = typeof features === 'string' ? features : toHex(features)
    if (model) checkValues(model.input, unpackInput(model, hex))
    else if (!/^0x([0-9a-f]{2})*$/i.test(hex))
      throw new PackingError('input: not 0x and an even number of hex digits')
    return hex
  }
  if (!Array.isArray(features))
    throw new ModelError('input: give one number a feature, or packed bytes (Uint8Array or 0x-hex)')
  if (model) return packInput(model, quantized ? features : quantizeInput(model.input, features))
  return packU8(features)
}

function toHex(bytes: Uint8Array): Hex {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return `0x${hex}`
}
