//! The Solidity face of the model: decodes `bytes`, calls the core, encodes the answer or the error.

use crate::error::Error;
use alloc::{vec, vec::Vec};
use alloy_primitives::FixedBytes;
use lab02_core::model::{INPUT_LENGTH, MODEL_HASH};
use stylus_sdk::{abi::Bytes, prelude::*};

#[storage]
#[entrypoint]
pub struct Forest {}

#[public]
impl Forest {
    /// Index of the label with the highest score: 0 safe, 1 phishing.
    pub fn classify(&self, input: Bytes) -> Result<u8, Error> {
        Ok(lab02_core::classify(&input)?)
    }

    /// One score: votes for phishing minus votes for safe, or log odds in 4096ths.
    pub fn scores(&self, input: Bytes) -> Result<Vec<i32>, Error> {
        Ok(lab02_core::scores(&input)?.to_vec())
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
