//! What the kernels share: the check of the pixels, and the step from a sum to a neuron's value.

use crate::model::{INPUTS, MULTIPLIER, PIXEL_MAX, SHIFT};

/// The sign bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// What each byte lacks to 127 when the pixel is as large as it may be.
const ROOM: u64 = 0x0101_0101_0101_0101 * (127 - PIXEL_MAX as u64);

/// The pixels, each in a number of its own. Eight are checked at once: with the room added, whatever then has the sign
/// bit set was too large.
#[inline]
pub fn pixels(image: &[u8; INPUTS]) -> Option<[u64; INPUTS]> {
    let mut x = [0; INPUTS];
    let mut bad = 0;
    for (bytes, x) in image.as_chunks::<8>().0.iter().zip(x.as_chunks_mut::<8>().0) {
        let eight = u64::from_le_bytes(*bytes);
        bad |= eight | eight.wrapping_add(ROOM);
        *x = core::array::from_fn(|i| (eight >> (8 * i)) & 255);
    }
    (bad & HIGH == 0).then_some(x)
}

/// A hidden neuron's value: its sum times multiplier, over 2 to the shift, to the nearest, held to 0 ... 255.
#[inline]
pub fn scale(neuron: usize, sum: i32) -> i32 {
    let half = 1_i64 << (SHIFT[neuron] - 1);
    let value = (i64::from(sum) * i64::from(MULTIPLIER[neuron]) + half) >> SHIFT[neuron];
    value.clamp(0, 255) as i32
}
