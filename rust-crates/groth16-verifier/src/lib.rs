#![doc = include_str!("../README.md")]
#![no_std]
#![deny(unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks)]

mod batch;
mod bn254;
mod canonical;
mod field;
#[cfg(target_arch = "wasm32")]
mod hooks;
mod keccak;
mod key;
mod refusal;
mod verify;
mod wide;

pub use batch::{BatchRefusal, MAX_BATCH, verify_batch};
pub use bn254::{Bn254, Point, gas, precompile};
pub use canonical::{check_proof, check_signals};
pub use field::{P, R, Word, is_below, negated};
#[cfg(target_arch = "wasm32")]
pub use hooks::VmHooks;
pub use keccak::Keccak;
pub use key::VerifyingKey;
pub use refusal::{Part, Refusal};
pub use verify::{PAIRS, Proof, check_pairing, pairing_input, verify, weighted_sum};
