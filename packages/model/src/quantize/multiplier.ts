import { QuantizationError } from './errors.ts'

/**
 * A positive real as multiplier / 2^shift with 0 < multiplier < 2^31 and 1 <= shift <= 62: the fixed-point factor of
 * inference rule 3. The multiplier has 31 bits unless the factor is below 2^-32 or from 2^30 on.
 *
 *     toMultiplier(0.75)  // { multiplier: 1610612736, shift: 31 }
 *
 * @param layer named in the error.
 * @throws QuantizationError for a factor that is not positive, or outside 2^-62 to 2^30.
 */
export function toMultiplier(factor: number, layer = 'requantize'): { multiplier: number; shift: number } {
  if (!(factor > 0) || !Number.isFinite(factor))
    throw new QuantizationError(layer, `the factor from accumulator to activation is ${factor}, not above 0`)
  let shift = Math.min(62, 30 - Math.floor(Math.log2(factor)))
  let multiplier = Math.round(factor * 2 ** shift)
  // 0.99999... may round up to 2^31.
  while (multiplier >= 2 ** 31) {
    shift--
    multiplier = Math.round(factor * 2 ** shift)
  }
  if (shift < 1 || multiplier < 1)
    throw new QuantizationError(
      layer,
      `the factor from accumulator to activation is ${factor}, outside 2^-62 to 2^30. Scale the weights or the activations.`,
    )
  return { multiplier, shift }
}
