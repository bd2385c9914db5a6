//! The build the grader uses to call each kernel alone: `kernel(uint8 version, bytes images)` returns ten scores for
//! each of up to 16 images, int32 little-endian. Version 0 is lab 5's loops; version 7 computes nothing, so that what
//! the call itself costs can be taken off. Never deployed for real.

use crate::abi::{SELECTOR, WORD, bytes, word};
use lab06_core::{INPUTS, OUTPUTS, naive, v1, v2, v3, v4, v5, v6};

/// Selector of `kernel(uint8,bytes)`.
const KERNEL: [u8; SELECTOR] = [0xc7, 0x31, 0xe7, 0x1b];
const IMAGES: usize = 16;
const SCORES: usize = 4 * OUTPUTS;

fn kernel(call: &[u8], answer: &mut [u8]) -> Option<usize> {
    if call.first_chunk() != Some(&KERNEL) {
        return None;
    }
    let version = word(call, 0)?;
    let (images, rest) = bytes(call, 1)?.as_chunks::<INPUTS>();
    if !rest.is_empty() {
        return None;
    }
    let length = SCORES * images.len();
    answer[WORD - 1] = WORD as u8;
    answer[2 * WORD - 4..2 * WORD].copy_from_slice(&(length as u32).to_be_bytes());
    for (image, slot) in images.iter().zip(answer[2 * WORD..].as_chunks_mut::<SCORES>().0) {
        let scores = match version {
            0 => alone(naive::scores, image)?,
            1 => alone(v1::scores, image)?,
            2 => alone(v2::scores, image)?,
            3 => alone(v3::scores, image)?,
            4 => alone(v4::scores, image)?,
            5 => alone(v5::scores, image)?,
            6 => alone(v6::scores, image)?,
            7 => alone(nothing, image)?,
            _ => return None,
        };
        for (bytes, score) in slot.as_chunks_mut().0.iter_mut().zip(scores) {
            *bytes = score.to_le_bytes();
        }
    }
    Some((2 * WORD + length).next_multiple_of(WORD))
}

/// Each kernel as a function of its own: with all of them in one, the compiler would take long.
#[inline(never)]
fn alone(
    kernel: impl Fn(&[u8; INPUTS]) -> Option<[i32; OUTPUTS]>,
    image: &[u8; INPUTS],
) -> Option<[i32; OUTPUTS]> {
    kernel(image)
}

fn nothing(_: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    Some([0; OUTPUTS])
}

inkling_entry::entry!(bytes kernel, { SELECTOR + 3 * WORD + IMAGES * INPUTS }, { 2 * WORD + IMAGES * SCORES });
