//! One step of the transformer: up to eleven letters in (1 to 26), 27 weights out, four bytes each, little-endian.
#![cfg_attr(target_arch = "wasm32", no_std)]

use inkling_names::{MAX_LENGTH, SYMBOLS, attention};

const BYTES: usize = 4 * SYMBOLS;

fn call(letters: &[u8], output: &mut [u8]) -> Option<usize> {
    let weights = attention::weights(letters)?;
    for (bytes, weight) in output.as_chunks_mut().0.iter_mut().zip(weights) {
        *bytes = u32::to_le_bytes(weight);
    }
    Some(BYTES)
}

inkling_entry::entry!(bytes call, MAX_LENGTH, BYTES);
