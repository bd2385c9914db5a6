import { OverflowError } from '../errors.ts'
import { INT32_MAX, INT32_MIN } from '../format/check.ts'
import type { Range } from './types.ts'

/** Throws OverflowError at the first partial sum outside int32. */
export function checkSums(name: string, channels: number, partial: Range, remedy?: string): void {
  for (let i = 0; i < partial.min.length; i++) {
    const low = partial.min[i]!
    const high = partial.max[i]!
    if (low >= INT32_MIN && high <= INT32_MAX) continue
    throw new OverflowError(
      name,
      i % channels,
      high > INT32_MAX ? high : low,
      remedy ??
        'Give the layer before a narrower clamp, the input a narrower range, or this layer smaller weights or bias.',
    )
  }
}
