import type { ModelInput, Ratio } from '../types.ts'

/** The input of a model of square images: values 0 ... max, each round(pixel * num / den), row by row. */
export function imageInput(side: number, max: number, scale: Ratio): ModelInput {
  const length = side * side
  return {
    length,
    packing: max <= 15 ? 'u4' : 'u8',
    min: new Array(length).fill(0),
    max: new Array(length).fill(max),
    features: Array.from({ length }, (_, i) => `row ${Math.floor(i / side)} column ${i % side}`),
    scale,
  }
}
