//! The transformer's names as a contract of their own: 32 bytes in, the name out.
#![cfg_attr(target_arch = "wasm32", no_std)]

use inkling_names::{MAX_LENGTH, attention};

fn call(input: &[u8], output: &mut [u8]) -> Option<usize> {
    Some(attention::name(input.try_into().ok()?, output.first_chunk_mut::<MAX_LENGTH>()?))
}

inkling_entry::entry!(bytes call, 32, 12);
