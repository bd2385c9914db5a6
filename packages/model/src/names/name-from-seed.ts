import { CONTEXT, type Context, SYMBOLS } from './alphabet.ts'
import { drawName } from './draw-name.ts'
import { NamesError } from './errors.ts'
import { type FoldedNames, foldNames, weightsOf } from './fold-names.ts'
import { namesModel } from './model-file.ts'

let committed: FoldedNames | undefined

/** The committed model, read at first use. */
export function committedNames(): FoldedNames {
  committed ??= foldNames(namesModel())
  return committed
}

/**
 * The name of a seed: 2 to 12 letters, the first one a capital. The crate `inkling-names` gives the same one.
 *
 * Letter k is drawn with bytes 2k and 2k + 1 of the seed, big-endian, and with nothing else, so the seed has to look
 * random, as a hash does. With `r = (draw * total) >> 16` the first symbol whose running sum of weights exceeds `r` is
 * drawn. The end can't be drawn as one of the first two.
 *
 * @throws NamesError for a seed of another length than 32 bytes.
 */
export function nameFromSeed(seed: Uint8Array, net: FoldedNames = committedNames()): string {
  return drawName(seed, (symbols) => weightsOf(net, [0, 0, 0, ...symbols].slice(-CONTEXT)))
}

/**
 * The weights by which the symbol after three others is drawn: of the end, and of the letters a to z.
 *
 * @throws NamesError for anything but three integers from 0 (nothing yet) to 26 (z).
 */
export function nextWeights(context: Context, net: FoldedNames = committedNames()): number[] {
  if (context.length !== CONTEXT || !context.every((s) => Number.isInteger(s) && s >= 0 && s < SYMBOLS))
    throw new NamesError(`a context is three integers from 0 to ${SYMBOLS - 1}, not [${context}]`)
  return weightsOf(net, context)
}
