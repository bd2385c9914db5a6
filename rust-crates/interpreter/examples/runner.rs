//! The interpreter as a raw contract: a program and inputs in, for each input its scores (int32, little-endian) and
//! its label (one byte) out.
#![allow(clippy::large_stack_arrays)]
#![cfg_attr(target_arch = "wasm32", no_std)]

use inkling_interpreter::Program;

/// Words of the largest program.
const WORDS: usize = 120_000;

/// Calldata: number of words, words, inputs; all numbers little-endian.
fn run(calldata: &[u8], output: &mut [u8]) -> Option<usize> {
    let mut words = [0; WORDS];
    let (count, rest) = calldata.split_first_chunk()?;
    let words = words.get_mut(..u32::from_le_bytes(*count) as usize)?;
    let (program, inputs) = rest.split_at_checked(words.len() * 4)?;
    for (word, bytes) in words.iter_mut().zip(program.as_chunks().0) {
        *word = i32::from_le_bytes(*bytes);
    }
    let program = Program::new(words).ok()?;
    let mut written = 0;
    for input in inputs.chunks(program.input_bytes()) {
        let prediction = program.run(input).ok()?;
        for score in prediction.scores() {
            output.get_mut(written..written + 4)?.copy_from_slice(&score.to_le_bytes());
            written += 4;
        }
        *output.get_mut(written)? = prediction.label as u8;
        written += 1;
    }
    Some(written)
}

inkling_entry::entry!(bytes run, 600_000, 20_000);
