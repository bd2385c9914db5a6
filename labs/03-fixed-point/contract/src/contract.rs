//! The Solidity face of the model: decodes `bytes`, calls the core, encodes the answer or the error.

use crate::error::Error;
use alloc::{vec, vec::Vec};
use alloy_primitives::FixedBytes;
use lab03_core::model::{INPUT_LENGTH, MODEL_HASH};
use stylus_sdk::{abi::Bytes, prelude::*};

#[storage]
#[entrypoint]
pub struct VoteForecast {}

#[public]
impl VoteForecast {
    /// 0 Clinton, 1 Dole: a demonstration with answers of 1996.
    pub fn classify(&self, input: Bytes) -> Result<u8, Error> {
        Ok(lab03_core::classify(&input)?)
    }

    /// One score: the probability of label 1 minus one half, times 32,768.
    pub fn scores(&self, input: Bytes) -> Result<Vec<i32>, Error> {
        Ok(lab03_core::scores(&input)?.to_vec())
    }

    /// Bytes that `classify` takes.
    pub fn input_length() -> u32 {
        INPUT_LENGTH as u32
    }

    /// SHA-256 of the model file.
    pub fn model_hash() -> FixedBytes<32> {
        FixedBytes(MODEL_HASH)
    }
}
