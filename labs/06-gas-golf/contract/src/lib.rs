//! The contract: a raw entry point in front of the kernels. Your work is in `core/src`.
#![cfg_attr(target_arch = "wasm32", no_std)]

mod abi;

#[cfg(not(feature = "steps"))]
mod contract;

#[cfg(feature = "steps")]
mod steps;
