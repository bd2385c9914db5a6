//! The entrypoint crate: what gets deployed. Your work is in `core/src/lib.rs`.
#![cfg_attr(not(any(test, feature = "export-abi")), no_std)]

extern crate alloc;

#[cfg(not(feature = "steps"))]
mod contract;
#[cfg(not(feature = "steps"))]
mod error;
#[cfg(not(feature = "steps"))]
mod on_chain;

#[cfg(feature = "steps")]
mod mended;
#[cfg(feature = "steps")]
mod stable;
#[cfg(feature = "steps")]
mod steps;
