import type { Layer, Network } from './network.ts'
import { head, hex } from './rust-text.ts'

/**
 * v3: eight weights a word, written into zeroed memory by the code before the loops read them. A byte of code costs an
 * entry a fraction of what a byte of a data segment costs.
 */
export function emitStores(network: Network): string {
  const doc = [
    "Weights in code: constants that are stored into memory first. Nothing is in the module's data segment.",
    '',
    'The words are atomics because a safe `static` that is written has to be; on wasm32 without threads a relaxed',
    'store is an `i64.store`, and one that the compiler does not turn back into a data segment.',
  ]
  return `${head(doc, network.name)}use crate::model::{HIDDEN, INPUTS, OUTPUTS};
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

${table('HIDDEN', 'HIDDEN * INPUTS', network.hidden)}
${table('OUTPUT', 'OUTPUTS * HIDDEN', network.output)}`
}

function table(name: string, count: string, layer: Layer): string {
  const words = wordsOf(layer.weights.flat())
  const stores = words.map((word, i) => `    ${name}_WORDS[${i}].store(${hex(word)}, Relaxed);`)
  const biases = layer.bias.map((bias, i) => `    bias[${i}] = ${bias};`)
  return `/// Eight weights a word, row after row; zeroed memory, so no data segment.
pub(crate) static ${name}_WORDS: [AtomicU64; ${count} / 8] = [const { AtomicU64::new(0) }; ${count} / 8];

/// Writes ${name}_WORDS; a second time changes nothing.
#[inline]
pub(crate) fn store_${name.toLowerCase()}() {
${stores.join('\n')}
}

/// The biases, as code.
#[inline]
pub(crate) fn ${name.toLowerCase()}_bias(bias: &mut [i32; ${layer.bias.length}]) {
${biases.join('\n')}
}
`
}

function wordsOf(weights: number[]): bigint[] {
  if (weights.length % 8 !== 0) throw new Error('v3 needs a multiple of 8 weights in a layer')
  return Array.from({ length: weights.length / 8 }, (_, word) =>
    weights
      .slice(word * 8, word * 8 + 8)
      .reduce((sum, weight, i) => sum | (BigInt(weight & 255) << BigInt(8 * i)), 0n),
  )
}
