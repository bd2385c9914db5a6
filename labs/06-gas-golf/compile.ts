/**
 * The last rung: nets through the compiler of `@inkling/model`.
 *
 *     npm run lab -- run labs/06-gas-golf/compile.ts          what four nets cost, compiled
 *     npm run lab -- run labs/06-gas-golf/compile.ts --golf   puts the compiled kernel of this lab's net into golf.rs
 *
 * `npm run lab:golf 6` measures golf.rs; `npm run lab:reset 6` puts the starters back and keeps a copy of yours.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type LayerModel, loadModel, quantizeInput } from '@inkling/model'
import { compileModel, emitRust, planModel } from '@inkling/model/compile'
import { loadDigits8, loadMnist14, type Rows } from '@inkling/model/data'
import { accuracy } from '@inkling/model/evaluate'
import { sparseModel } from './sparse.ts'

export interface Rung {
  net: string
  accuracy: number
  heldOut: number
  kernelInk: number
  kernelGas: number
  callGasCached: number
  callGasUncached: number
  codeBytes: number
}

const from = (path: string) => new URL(path, import.meta.url)
const read = (path: string) => loadModel(readFileSync(from(path), 'utf8')) as LayerModel

/** This lab's net, lab 5's large one, and the two smallest of the committed block-sparse nets. */
export function rungs(): Rung[] {
  const small = read('data/model.json')
  const large = '../../labs/05-int8-mlp/data/model-14x14.json'
  const record = (hidden: number) =>
    `../../packages/model/models/digits-14x14-196-${hidden}-10-sparse.model.json`
  const [digits8, digits14] = [loadDigits8().test, loadMnist14().test]
  return [
    rung('this lab, 8x8 dense', small, digits8),
    rung('this lab, 8x8 sparse', sparseModel(small), digits8),
    ...(existsSync(from(large)) ? [rung('lab 5, 14x14 dense', read(large), digits14)] : []),
    rung('14x14 block-sparse, 250 hidden', read(record(250)), digits14),
    rung('14x14 block-sparse, 160 hidden', read(record(160)), digits14),
  ]
}

function rung(net: string, model: LayerModel, { x, y, rows, length }: Rows): Rung {
  // Pixels as the net takes them: the block-sparse ones have 16 steps instead of 256.
  const images = Array.from({ length: rows }, (_, r) =>
    quantizeInput(model.input, x.subarray(r * length, (r + 1) * length), 'clamp'),
  )
  const { costs } = compileModel(model, { build: 'label' })
  return {
    net,
    accuracy: accuracy(model, { x: images, y }),
    heldOut: rows,
    kernelInk: costs.kernelInk.max,
    kernelGas: costs.kernelGas,
    callGasCached: costs.callGas.cached,
    callGasUncached: costs.callGas.uncached,
    codeBytes: costs.codeBytes,
  }
}

/** The compiled kernel of a net, behind the function that `classify` calls. */
export function golfSource(model: LayerModel): string {
  const kernel = emitRust(planModel(model, { build: 'label' }), { shell: 'raw' })['src/kernel.rs']!
  return `//! The compiler's kernel behind the function that \`classify\` calls. Written by compile.ts; yours is in the backup
//! that \`npm run lab:reset 6\` makes, and in git.

use crate::model::INPUTS;

/// The digit with the highest score; the lowest wins a tie. \`None\` when a pixel is too large.
pub fn label(image: &[u8; INPUTS]) -> Option<u8> {
    let mut words = [0; kernel::WORDS];
    for (word, bytes) in words.iter_mut().zip(image.as_chunks::<8>().0) {
        *word = u64::from_le_bytes(*bytes);
    }
    let mut label = 0;
    kernel::label(&words, &mut label).then_some(label)
}

#[rustfmt::skip]
mod kernel {
${kernel}}
`
}

if (import.meta.main) {
  if (process.argv.includes('--golf')) {
    writeFileSync(from('contract/core/src/golf.rs'), golfSource(read('data/model.json')))
    console.log('golf.rs holds the compiled kernel now: npm run lab:golf 6')
  } else {
    const columns = [32, 9, 11, 12, 13, 11]
    const line = (cells: (string | number)[]) =>
      cells
        .map((cell, i) => (i === 0 ? `${cell}`.padEnd(columns[i]!) : `${cell}`.padStart(columns[i]!)))
        .join('')
    console.log(line(['net', 'accuracy', 'kernel gas', 'call, cached', 'not cached', 'code bytes']))
    for (const { net, accuracy, kernelGas, callGasCached, callGasUncached, codeBytes } of rungs()) {
      const share = `${(100 * accuracy).toFixed(2)} %`
      console.log(line([net, share, kernelGas, callGasCached, callGasUncached, codeBytes]))
    }
  }
}
