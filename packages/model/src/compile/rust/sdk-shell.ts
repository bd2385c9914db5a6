import type { ModelInput } from '../../types.ts'
import type { Plan } from '../types.ts'

/** The contract on stylus-sdk around a kernel of build `scores`. */
export function sdkShell(plan: Plan): Record<string, string> {
  const { input } = plan.model
  const hash = plan.modelHash.match(/../g)!.map((byte) => `0x${byte}`)
  const classify =
    plan.model.output.rule === 'sign'
      ? 'u8::from(scores[0] > 0)'
      : `{
            let mut best = 0;
            for (label, &score) in scores.iter().enumerate() {
                // the lowest label wins a tie
                if score > scores[best] {
                    best = label;
                }
            }
            best as u8
        }`
  return {
    'src/lib.rs': `//! Model "${plan.name}" behind \`classify(bytes)\`.
#![cfg_attr(not(any(test, feature = "export-abi")), no_std)]

extern crate alloc;

mod contract;
mod error;
mod input;
mod kernel;
`,
    'src/main.rs': `//! Prints the Solidity interface: \`cargo stylus export-abi\`.

extern crate alloc;

mod contract;
mod error;
mod input;
mod kernel;

fn main() {
    contract::print_from_args();
}
`,
    'src/contract.rs': `//! The Solidity face of the model.

use crate::{
    error::Error,
    input::{self, INPUT_BYTES},
    kernel,
};
use alloc::{vec, vec::Vec};
use alloy_primitives::FixedBytes;
use stylus_sdk::{abi::Bytes, prelude::*};

/// SHA-256 of the model file.
const MODEL_HASH: [u8; 32] = [
    ${hash.slice(0, 16).join(', ')},
    ${hash.slice(16).join(', ')},
];

#[storage]
#[entrypoint]
pub struct Model {}

#[public]
impl Model {
    /// Index of the label.
    pub fn classify(&self, input: Bytes) -> Result<u8, Error> {
        let scores = run(&input)?;
        Ok(${classify})
    }

    /// The scores, exact.
    pub fn scores(&self, input: Bytes) -> Result<Vec<i32>, Error> {
        Ok(run(&input)?.to_vec())
    }

    /// Bytes that \`classify\` takes.
    pub fn input_length() -> u32 {
        INPUT_BYTES as u32
    }

    /// SHA-256 of the model file.
    pub fn model_hash() -> FixedBytes<32> {
        FixedBytes(MODEL_HASH)
    }
}

/// One copy of the kernel for both methods.
#[inline(never)]
fn run(bytes: &[u8]) -> Result<[i32; ${plan.outputs}], Error> {
    let words = input::words(bytes)?;
    let mut scores = [0; ${plan.outputs}];
    if kernel::scores(&words, &mut scores) {
        Ok(scores)
    } else {
        Err(input::out_of_range(bytes))
    }
}
`,
    'src/input.rs': `//! From calldata to the kernel's words, and the reason where that fails.

use crate::{error::Error, kernel::WORDS};

/// Bytes of a packed input.
pub const INPUT_BYTES: usize = ${plan.inputBytes};

/// The input in words of eight bytes, filled up with 0.
#[inline(always)]
pub fn words(bytes: &[u8]) -> Result<[u64; WORDS], Error> {
    let Ok(bytes) = <&[u8; INPUT_BYTES]>::try_from(bytes) else {
        return Err(Error::wrong_length(INPUT_BYTES, bytes.len()));
    };
    let mut words = [0; WORDS];
${wordLines(plan.inputBytes)}
    Ok(words)
}

${outOfRange(input)}`,
    'src/error.rs': `//! What a call reverts with, as Solidity sees it.

use alloy_primitives::{I256, U256};
use alloy_sol_types::sol;
use stylus_sdk::prelude::*;

sol! {
    /// The input does not have the model's length in bytes.
    error WrongLength(uint256 expected, uint256 actual);
    /// A value is outside what its feature can be.
    error OutOfRange(uint256 index, int256 value);
}

#[derive(SolidityError)]
pub enum Error {
    WrongLength(WrongLength),
    OutOfRange(OutOfRange),
}

impl Error {
    #[cold]
    pub fn wrong_length(expected: usize, actual: usize) -> Self {
        Error::WrongLength(WrongLength {
            expected: U256::from(expected),
            actual: U256::from(actual),
        })
    }

    #[cold]
    pub fn out_of_range(index: usize, value: i32) -> Self {
        let magnitude = U256::from(value.unsigned_abs());
        let value = I256::from_raw(if value < 0 { magnitude.wrapping_neg() } else { magnitude });
        Error::OutOfRange(OutOfRange { index: U256::from(index), value })
    }
}
`,
  }
}

/** Unrolled, so that each word is one load. */
function wordLines(bytes: number): string {
  const lines: string[] = []
  for (let at = 0; at < bytes; at += 8) {
    const list = Array.from({ length: 8 }, (_, i) => (at + i < bytes ? `bytes[${at + i}]` : '0'))
    lines.push(`    words[${at / 8}] = u64::from_le_bytes([${list.join(', ')}]);`)
  }
  return lines.join('\n')
}

/** Finds the first value out of range; runs only when the kernel said that there is one. */
function outOfRange(input: ModelInput): string {
  const uniform = input.min.every((n) => n === input.min[0]) && input.max.every((n) => n === input.max[0])
  const value = {
    u8: 'i32::from(bytes[index])',
    i8: 'i32::from(bytes[index] as i8)',
    u4: 'i32::from((bytes[index / 2] >> (4 * (index % 2))) & 15)',
  }[input.packing]
  const bounds = uniform
    ? `(${input.min[0]}..=${input.max[0]}).contains(&value)`
    : '(i32::from(MIN[index])..=i32::from(MAX[index])).contains(&value)'
  const list = (numbers: number[]) => `[i16; ${input.length}] = [${numbers.join(', ')}]`
  const tables = uniform ? '' : `static MIN: ${list(input.min)};\nstatic MAX: ${list(input.max)};\n\n`
  return `${tables}/// The first value that is out of range. With an odd number of values of 4 bits the unused half byte counts too.
#[cold]
#[inline(never)]
pub fn out_of_range(bytes: &[u8]) -> Error {
    for index in 0..${input.length} {
        let value = ${value};
        if !${bounds} {
            return Error::out_of_range(index, value);
        }
    }
    Error::out_of_range(${input.length}, i32::from(bytes[INPUT_BYTES - 1] >> 4))
}
`
}
