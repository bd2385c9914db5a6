//! The Solidity face of the 14x14 net: decodes `bytes`, calls the core, encodes the answer or the error.

use crate::error::Error;
use alloc::{vec, vec::Vec};
use alloy_primitives::FixedBytes;
use lab05_core::{
    argmax,
    model::{LARGE, LARGE_HASH, LARGE_INPUTS},
    scores,
};
use stylus_sdk::{abi::Bytes, prelude::*};

#[storage]
#[entrypoint]
pub struct Digits {}

#[public]
impl Digits {
    /// The digit with the highest score; the lowest wins a tie.
    pub fn classify(&self, input: Bytes) -> Result<u8, Error> {
        Ok(argmax(&scores(&LARGE, &input)?) as u8)
    }

    /// One score a digit.
    pub fn scores(&self, input: Bytes) -> Result<Vec<i32>, Error> {
        Ok(scores(&LARGE, &input)?.to_vec())
    }

    /// Bytes that `classify` takes.
    pub fn input_length() -> u32 {
        LARGE_INPUTS as u32
    }

    /// SHA-256 of the model file.
    pub fn model_hash() -> FixedBytes<32> {
        FixedBytes(LARGE_HASH)
    }
}
