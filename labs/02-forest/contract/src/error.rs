use alloy_primitives::{I256, U256};
use alloy_sol_types::sol;
use lab02_core::{InputError, model::INPUT_LENGTH};
use stylus_sdk::prelude::*;

sol! {
    /// The input does not have one byte a feature.
    error WrongLength(uint256 expected, uint256 actual);
    /// A byte is above what its feature can be.
    error OutOfRange(uint256 index, int256 value);
}

/// What a call reverts with, as Solidity sees it.
#[derive(SolidityError)]
pub enum Error {
    WrongLength(WrongLength),
    OutOfRange(OutOfRange),
}

impl From<InputError> for Error {
    fn from(error: InputError) -> Self {
        match error {
            InputError::WrongLength { actual } => Error::WrongLength(WrongLength {
                expected: U256::from(INPUT_LENGTH),
                actual: U256::from(actual),
            }),
            InputError::OutOfRange { index, value } => Error::OutOfRange(OutOfRange {
                index: U256::from(index),
                value: I256::from_raw(U256::from(value)),
            }),
        }
    }
}
