//! The portrait as a contract of its own: 16 bytes in, the SVG out.
#![cfg_attr(target_arch = "wasm32", no_std)]

use inkling_portrait::{HIDDEN, MAX_BYTES, portrait};

fn draw(input: &[u8], output: &mut [u8]) -> Option<usize> {
    let hidden: &[u8; HIDDEN] = input.try_into().ok()?;
    Some(portrait(&hidden.map(|byte| byte as i8), output.first_chunk_mut::<MAX_BYTES>()?))
}

inkling_entry::entry!(bytes draw, 16, 1536);
