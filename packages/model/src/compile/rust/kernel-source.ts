import type { Program } from '../ir/program.ts'
import { RustWriter } from './rust-writer.ts'
import { rustTables, tableText } from './tables.ts'

/** What `kernel.rs` is told about its model. */
export interface KernelNames {
  /** For the first lines. */
  title: string[]
  /** `label` or `scores`. */
  build: 'label' | 'scores'
}

/**
 * The kernel as Rust: the same graph as the raw module, a `let` for each value that is used more than once.
 * Integers are `Wrapping`, because sums of packed values are meant modulo 2^64; shifts to the right with sign are
 * functions of their own. Nothing is in a loop and no constant in an array: rustc makes neither into constants.
 */
export function kernelSource(program: Program, names: KernelNames): string {
  const tables = rustTables(program)
  const parts = program.functions.slice(0, -1).map((f) => new RustWriter(program, tables, f).part())
  const body = new RustWriter(program, tables).kernel()
  const code = [...parts, body].join('')
  const count = program.kernel.outputs.length
  const result = names.build === 'label' ? 'u8' : `[i32; ${count}]`
  const used = (name: string) => new RegExp(`\\b${name}\\(`).test(code)
  const narrow = ['n', 'low', 'sar_n', 'widen'].some(used)
  return `${names.title.map((line) => `//! ${line}`.trimEnd()).join('\n')}
#![forbid(unsafe_code)]
#![allow(clippy::all, clippy::pedantic, unused_parens)]

use core::num::Wrapping;

/// Loads of eight bytes that the input takes; what lies behind the input is 0.
pub const WORDS: usize = ${program.kernel.words};
${tables.map(tableText).join('')}
/// Several values in 64 bits; sums are modulo 2^64.
type W = Wrapping<u64>;
${narrow ? '/// A number of 32 bits.\ntype N = Wrapping<u32>;\n' : ''}
${helpers(used)}${shared(program)}${parts.join('')}
/// The ${names.build === 'label' ? 'label' : 'scores, written to `out`'}; returns whether all values of the input are in the model's range. If not, the
/// ${names.build === 'label' ? 'label means' : 'scores mean'} nothing.
#[inline(always)]
pub fn ${names.build}(input: &[u64; WORDS], out: &mut ${result}) -> bool {
${body}}
`
}

/** Small functions, those that the code uses. */
function helpers(used: (name: string) => boolean): string {
  return HELPERS.filter(([name]) => used(name))
    .map(([, text]) => text)
    .join('\n')
}

const HELPERS: readonly [string, string][] = [
  ['w', `#[inline(always)]\nconst fn w(bits: u64) -> W {\n    Wrapping(bits)\n}\n`],
  ['n', `#[inline(always)]\nconst fn n(bits: u32) -> N {\n    Wrapping(bits)\n}\n`],
  [
    'sar',
    `/// Shift to the right that keeps the sign.
#[inline(always)]
fn sar(value: W, by: u32) -> W {
    Wrapping(((value.0 as i64) >> by) as u64)
}
`,
  ],
  [
    'sar_n',
    `/// The same for 32 bits.
#[inline(always)]
fn sar_n(value: N, by: u32) -> N {
    Wrapping(((value.0 as i32) >> by) as u32)
}
`,
  ],
  [
    'low',
    `/// The low 32 bits.\n#[inline(always)]\nfn low(value: W) -> N {\n    Wrapping(value.0 as u32)\n}\n`,
  ],
  [
    'widen',
    `/// 32 bits to 64, with the sign.
#[inline(always)]
fn widen(value: N) -> W {
    Wrapping(value.0 as i32 as i64 as u64)
}
`,
  ],
]

/** The type of what functions leave for each other. */
function shared({ shared: memory }: Program): string {
  if (!memory) return ''
  return `\n/// What one function leaves for the next ones.\ntype Shared = [W; ${memory.words}];\n`
}
