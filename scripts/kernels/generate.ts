import { emitLanes } from './emit-lanes.ts'
import { emitModel } from './emit-model.ts'
import { emitStores } from './emit-stores.ts'
import { emitUnrolled } from './emit-unrolled.ts'
import { assignLanes } from './lanes.ts'
import type { Network } from './network.ts'

/**
 * The generated files of `rust-crates/kernels/src`, by name.
 *
 * @param network of v1 to v7
 * @param pruned of v8: `network` with blocks of zeros, as `prune` makes it
 */
export function generate(network: Network, pruned: Network): Record<string, string> {
  return {
    'model.rs': emitModel(network, pruned),
    'v3_weights.rs': emitStores(network),
    'v4_sums.rs': emitUnrolled(network),
    'v5_sums.rs': emitLanes(network, {
      doc: ['Several sums in a word.'],
      product: 'plain',
      finish: 'single',
    }),
    'v6_sums.rs': emitLanes(network, {
      doc: ['Several sums in a word, clamped several at once.'],
      product: 'plain',
      finish: 'packed',
    }),
    'v7_sums.rs': emitLanes(network, {
      doc: ["Several sums in a word, by Winograd's inner product, clamped several at once."],
      product: 'winograd',
      finish: 'packed',
    }),
    'v8_sums.rs': emitLanes(pruned, {
      doc: ['Several sums in a word, of a net pruned in blocks.'],
      product: 'plain',
      finish: 'packed',
      lanes: assignLanes(network.hidden, network.max),
    }),
  }
}
