//! The entrypoint crate: what gets deployed. Your work is in `core/src/lib.rs`.
#![cfg_attr(not(any(test, feature = "export-abi")), no_std)]

extern crate alloc;

mod error;

#[cfg(not(feature = "steps"))]
mod chain;
#[cfg(not(feature = "steps"))]
mod contract;

// Its doors are named for where the weights come from.
#[cfg(feature = "steps")]
#[allow(clippy::wrong_self_convention)]
mod places;
