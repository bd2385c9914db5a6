use alloy_primitives::{I256, U256};
use alloy_sol_types::sol;
use inkling_quant::InputError;
use stylus_sdk::prelude::*;

sol! {
    /// The input does not have one byte a pixel.
    error WrongLength(uint256 expected, uint256 actual);
    /// A byte is above what a pixel can be.
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
            InputError::WrongLength { expected, actual } => Error::WrongLength(WrongLength {
                expected: U256::from(expected),
                actual: U256::from(actual),
            }),
            InputError::OutOfRange { index, value } => Error::OutOfRange(OutOfRange {
                index: U256::from(index),
                value: I256::try_from(value).unwrap_or_default(),
            }),
        }
    }
}
