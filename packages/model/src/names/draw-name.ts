import { NAME_MAX_LENGTH, NAME_MIN_LENGTH, SEED_BYTES, spell } from './alphabet.ts'
import { NamesError } from './errors.ts'
import { pick } from './pick.ts'

/**
 * Draws a name with a seed's bytes: 2 to 12 letters, the first one a capital.
 *
 * Letter k is drawn with bytes 2k and 2k + 1, big-endian, and with nothing else. With `r = (draw * total) >> 16` the first
 * symbol whose running sum of weights exceeds `r` is drawn. The end can't be drawn as one of the first two.
 *
 * @param weightsAfter the 27 weights of what comes after some letters; the array is the caller's to keep.
 * @throws NamesError for a seed of another length than 32 bytes.
 */
export function drawName(seed: Uint8Array, weightsAfter: (symbols: readonly number[]) => number[]): string {
  if (seed.length !== SEED_BYTES)
    throw new NamesError(`a name's seed has ${SEED_BYTES} bytes, this one ${seed.length}`)
  const symbols: number[] = []
  while (symbols.length < NAME_MAX_LENGTH) {
    const k = symbols.length
    const weights = weightsAfter(symbols)
    const symbol = pick(
      k < NAME_MIN_LENGTH ? weights.with(0, 0) : weights,
      seed[2 * k]! * 256 + seed[2 * k + 1]!,
    )
    if (symbol === 0) break
    symbols.push(symbol)
  }
  return spell(symbols)
}
