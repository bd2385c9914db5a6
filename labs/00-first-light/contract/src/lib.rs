//! The entrypoint crate: what gets deployed. The model is in `core/`.
#![cfg_attr(not(any(test, feature = "export-abi")), no_std)]

extern crate alloc;

mod contract;
mod error;
