import { quantizeInput } from '../input/quantize-input.ts'
import type { ModelInput } from '../types.ts'
import type { Rows } from './rows.ts'

/** Rows as a model takes them, by its scale; what lies past its range is clamped. For unsigned packings. */
export function quantizeRows(rows: Rows, input: ModelInput): Rows {
  const x = new Uint8Array(rows.x.length)
  for (let r = 0; r < rows.rows; r++) {
    const at = r * rows.length
    x.set(quantizeInput(input, rows.x.subarray(at, at + rows.length), 'clamp'), at)
  }
  return { ...rows, x }
}
