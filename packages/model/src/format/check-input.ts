import type { Packing } from '../types.ts'
import { integer, integers, need, record, strings } from './check.ts'

/** Smallest and largest value of each packing. */
export const PACKING_RANGES: Record<Packing, readonly [number, number]> = {
  u8: [0, 255],
  i8: [-128, 127],
  u4: [0, 15],
}

/** Checks `input` of a model file and returns its length. */
export function checkInput(value: unknown): number {
  const input = record(
    value,
    'input',
    ['length', 'packing', 'min', 'max', 'features', 'scale'],
    ['zeroPoint'],
  )
  const length = integer(input.length, 'input.length', 1, 65_536)
  const packing = String(input.packing)
  need(Object.hasOwn(PACKING_RANGES, packing), 'input.packing', "is not 'u8', 'i8' or 'u4'")
  const [low, high] = PACKING_RANGES[packing as Packing]
  strings(input.features, 'input.features', length)
  const min = integers(input.min, 'input.min', length, low, high)
  const max = integers(input.max, 'input.max', length, low, high)
  for (let i = 0; i < length; i++) need(min[i]! <= max[i]!, `input.min[${i}]`, 'is above input.max')
  const { scale, zeroPoint } = input
  if (Array.isArray(scale)) {
    need(scale.length === length, 'input.scale', `needs one ratio or ${length}`)
    for (const [i, ratio] of scale.entries()) checkRatio(ratio, `input.scale[${i}]`)
  } else checkRatio(scale, 'input.scale')
  if (zeroPoint !== undefined) integers(zeroPoint, 'input.zeroPoint', length)
  return length
}

function checkRatio(value: unknown, path: string): void {
  const ratio = record(value, path, ['num', 'den'])
  for (const part of ['num', 'den'])
    need(
      Number.isSafeInteger(ratio[part]) && (ratio[part] as number) > 0,
      path,
      'is not {num, den} of positive integers',
    )
}
