#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

pub mod attention;
#[rustfmt::skip] // generated, its tables a row a line
mod attention_net;
mod draw;
mod name;
mod net;
mod weight;

pub use name::{name, weights};

/// Most letters of a name.
pub const MAX_LENGTH: usize = 12;

/// Letters that come before the end is a choice.
pub const MIN_LENGTH: usize = 2;

/// Bytes of a seed.
pub const SEED: usize = 32;

/// The end of a name, and the letters a to z.
pub const SYMBOLS: usize = 27;
