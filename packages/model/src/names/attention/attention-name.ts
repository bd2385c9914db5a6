import { drawName } from '../draw-name.ts'
import { attentionWeights } from './attention-weights.ts'
import { committedAttention } from './committed.ts'
import type { IntegerAttention } from './types.ts'

/**
 * The transformer's name of a seed, drawn with the same bytes as `nameFromSeed` draws. `inkling_names::attention` gives the
 * same one.
 *
 * @throws NamesError for a seed of another length than 32 bytes.
 */
export function attentionNameFromSeed(
  seed: Uint8Array,
  net: IntegerAttention = committedAttention(),
): string {
  return drawName(seed, (symbols) => attentionWeights(net, [0, ...symbols]))
}
