//! The contract's own source, and its tests on the SDK's `TestVM`: what it refuses, what it stores, what it
//! announces. The checks of the lab ask the compiled program; these ask the same source, natively.
#![cfg(test)]

extern crate alloc;

#[path = "../../contract/src/contract.rs"]
#[allow(dead_code)]
mod contract;
#[path = "../../contract/src/error.rs"]
mod error;
#[path = "../../contract/src/turn.rs"]
mod turn;

mod tests;
