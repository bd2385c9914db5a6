#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod color;
mod outline;
mod portrait;
mod text;

pub use portrait::portrait;

/// Values of a hidden vector.
pub const HIDDEN: usize = 16;

/// No portrait has more bytes.
pub const MAX_BYTES: usize = 1536;
