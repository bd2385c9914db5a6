#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

#[rustfmt::skip]
pub mod model;
mod finish;
mod lanes;
#[rustfmt::skip]
mod v3_weights;
#[rustfmt::skip]
mod v4_sums;
#[rustfmt::skip]
mod v5_sums;
#[rustfmt::skip]
mod v6_sums;
#[rustfmt::skip]
mod v7_sums;
#[rustfmt::skip]
mod v8_sums;

pub mod v1;
pub mod v2;
pub mod v3;
pub mod v4;
pub mod v5;
pub mod v6;
pub mod v7;
pub mod v8;

#[cfg(test)]
mod tests;

pub use model::{HIDDEN, INPUTS, OUTPUTS};

/// The answer of a contract: the label as one byte.
#[inline]
#[must_use]
pub fn label(scores: [i32; OUTPUTS]) -> [u8; 1] {
    [inkling_quant::argmax(&scores) as u8]
}
