//! Several sums in one 64-bit word ("SWAR").
//!
//! A word is `s0 + s1 * 2^a + s2 * 2^b + ...`, and so is every constant, so `word += x * constant` adds to all sums at
//! once. Arithmetic is modulo 2^64: a sum may borrow from the one above it on the way, as long as each *ends* in its
//! lane. The generator knows the smallest and largest value that each can end at, and takes off the smallest.

use crate::finish::scale;
use crate::model::{INPUT_MAX, INPUTS};

/// The sign bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

// #region values
/// The input as one value a word. `None` when a value is too large: 127 minus its limit is added to each byte, and
/// whatever then has the sign bit set was too large.
#[inline]
pub(crate) fn values(input: &[u8; INPUTS]) -> Option<[u64; INPUTS]> {
    const ROOM: [u64; INPUTS / 8] = room();
    let mut x = [0; INPUTS];
    let mut bad = 0;
    for ((bytes, room), x) in
        input.as_chunks::<8>().0.iter().zip(ROOM).zip(x.as_chunks_mut::<8>().0)
    {
        let eight = u64::from_le_bytes(*bytes);
        bad |= eight | eight.wrapping_add(room);
        *x = core::array::from_fn(|i| (eight >> (8 * i)) & 255);
    }
    (bad & HIGH == 0).then_some(x)
}
// #endregion values

const fn room() -> [u64; INPUTS / 8] {
    assert!(INPUTS.is_multiple_of(8));
    let mut words = [0; INPUTS / 8];
    let mut i = 0;
    while i < INPUTS {
        assert!(INPUT_MAX[i] < 128);
        words[i / 8] |= (127 - INPUT_MAX[i] as u64) << (8 * (i % 8));
        i += 1;
    }
    words
}

// #region sums
/// `start + x[i] * constant + ...`, modulo 2^64.
macro_rules! sums {
    ($x:ident; $start:literal; $($i:literal * $constant:literal),* $(,)?) => {
        ($start as u64) $(.wrapping_add($x[$i].wrapping_mul($constant)))*
    };
}
// #endregion sums
pub(crate) use sums;

/// What stands in `bits` bits from bit `shift`.
#[inline]
pub(crate) const fn lane(word: u64, shift: u32, bits: u32) -> u64 {
    (word >> shift) & (u64::MAX >> (64 - bits))
}

/// A neuron's value minus `low`, from its sum minus `lowest`.
#[inline]
pub(crate) fn single(neuron: usize, sum: u64, lowest: i32, low: i32) -> u64 {
    (scale(neuron, sum as i32 + lowest) - low) as u64
}

/// Requantization without the clamp; `add` holds the half, the zero point, and what keeps the result above 0.
#[inline]
pub(crate) const fn scaled(sum: u64, multiplier: u64, add: u64, shift: u32) -> u64 {
    sum.wrapping_mul(multiplier).wrapping_add(add) >> shift
}

// #region clamp
/// Clamps `N` values at 0 and `TOP`, all at once. Each stands in its lane of `K + 2` bits as value + 2^K.
#[inline]
pub(crate) const fn clamp_lanes<const K: u32, const TOP: u64, const N: u32>(word: u64) -> u64 {
    let ones = const { ones(K + 2, N) };
    // Bit K says that the value is 0 or more; 2^K - 1 keeps such a value and clears the others.
    let positive = (word >> K) & ones;
    let word = word & ((positive << K) - positive);
    // Adding 2^K - 1 - TOP carries into bit K where the value is above TOP.
    let above = ((word + ones * ((1 << K) - 1 - TOP)) >> K) & ones;
    (word & !((above << K) - above)) + above * TOP
}
// #endregion clamp

/// A one at the foot of each of `n` lanes.
const fn ones(width: u32, n: u32) -> u64 {
    let mut word = 0;
    let mut i = 0;
    while i < n {
        word |= 1 << (width * i);
        i += 1;
    }
    word
}

// #region winograd
/// `x[0] * x[1] + x[2] * x[3] + ...`
#[inline]
pub(crate) fn pair_products(x: &[u64; INPUTS]) -> u64 {
    x.as_chunks::<2>().0.iter().map(|[a, b]| a * b).sum()
}

/// As [`sums`], with one multiplication for two inputs:
/// `x1 * W1 + x2 * W2 = (x1 + W2) * (x2 + W1) - x1 * x2 - W1 * W2`; `start` has the last part.
macro_rules! paired {
    ($x:ident; $pairs:ident; $start:literal; $($i:literal $a:literal $b:literal),* $(,)?) => {
        ($start as u64)
            $(.wrapping_add($x[$i].wrapping_add($b).wrapping_mul($x[$i + 1].wrapping_add($a))))*
            .wrapping_sub($pairs)
    };
}
// #endregion winograd
pub(crate) use paired;
