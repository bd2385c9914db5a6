//! The build the grader uses to call each Rust task alone: bytes in, bytes out. Never deployed for real.

use crate::error::Error;
use alloc::{vec, vec::Vec};
use lab01_core::{ensure_range, features, walk};
use stylus_sdk::{abi::Bytes, prelude::*};

#[storage]
#[entrypoint]
pub struct Steps {}

#[public]
impl Steps {
    /// Task 1.1: the features, or `WrongLength`.
    pub fn features(&self, input: Bytes) -> Result<Bytes, Error> {
        Ok(features(&input)?.to_vec().into())
    }

    /// Task 1.3: the number of the leaf, one byte.
    pub fn walk(&self, features: Bytes) -> Bytes {
        vec![walk(&features) as u8].into()
    }

    /// Task 1.4: nothing, or `OutOfRange`.
    pub fn range(&self, features: Bytes) -> Result<Bytes, Error> {
        ensure_range(&features)?;
        Ok(Vec::new().into())
    }
}
