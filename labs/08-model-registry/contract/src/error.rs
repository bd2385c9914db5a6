use alloy_primitives::{I256, U256};
use alloy_sol_types::sol;
use lab08_core::{InputError, Refused};
use stylus_sdk::prelude::*;

sol! {
    /// The input does not have one byte a pixel.
    error WrongLength(uint256 expected, uint256 actual);
    /// A byte is above what a pixel can be.
    error OutOfRange(uint256 index, int256 value);
    /// Nobody registered this model.
    error NoSuchModel(uint64 id);
    /// The model belongs to somebody else.
    error NotOwner();
    /// The model is not offered to the sender.
    error NotOffered();
    /// Where this part of the weights should be there is no code.
    error MissingPart(uint256 index);
    /// Where this part of the weights should be there is code that can run, or change.
    error NotData(uint256 index);
    /// The bytes are not those of the hash.
    error WrongHash();
    /// The bytes are no net.
    error Malformed();
    /// The net takes or gives something else than the versions before.
    error OtherSchema();
    error NoSuchVersion(uint32 version);
    /// The version answers from this second on.
    error NotYet(uint64 activeFrom);
    error Deprecated(uint32 version);
    /// No version answers now.
    error NoVersion();
}

/// What a call reverts with, as Solidity sees it.
#[derive(SolidityError)]
pub enum Error {
    WrongLength(WrongLength),
    OutOfRange(OutOfRange),
    NoSuchModel(NoSuchModel),
    NotOwner(NotOwner),
    NotOffered(NotOffered),
    MissingPart(MissingPart),
    NotData(NotData),
    WrongHash(WrongHash),
    Malformed(Malformed),
    OtherSchema(OtherSchema),
    NoSuchVersion(NoSuchVersion),
    NotYet(NotYet),
    Deprecated(Deprecated),
    NoVersion(NoVersion),
}

impl Error {
    /// A refusal in the words of the ABI, with the model it is about.
    pub fn of(refused: Refused, id: u64) -> Self {
        match refused {
            Refused::NoSuchModel => Self::NoSuchModel(NoSuchModel { id }),
            Refused::NotOwner => Self::NotOwner(NotOwner {}),
            Refused::NotOffered => Self::NotOffered(NotOffered {}),
            Refused::MissingPart(index) => {
                Self::MissingPart(MissingPart { index: U256::from(index) })
            }
            Refused::NotData(index) => Self::NotData(NotData { index: U256::from(index) }),
            Refused::WrongHash => Self::WrongHash(WrongHash {}),
            Refused::Malformed => Self::Malformed(Malformed {}),
            Refused::OtherSchema => Self::OtherSchema(OtherSchema {}),
            Refused::NoSuchVersion(version) => Self::NoSuchVersion(NoSuchVersion { version }),
            Refused::NotYet(from) => Self::NotYet(NotYet { activeFrom: from }),
            Refused::Deprecated(version) => Self::Deprecated(Deprecated { version }),
            Refused::NoVersion => Self::NoVersion(NoVersion {}),
        }
    }
}

impl From<InputError> for Error {
    fn from(error: InputError) -> Self {
        match error {
            InputError::WrongLength { expected, actual } => Self::WrongLength(WrongLength {
                expected: U256::from(expected),
                actual: U256::from(actual),
            }),
            InputError::OutOfRange { index, value } => Self::OutOfRange(OutOfRange {
                index: U256::from(index),
                value: I256::try_from(value).unwrap_or_default(),
            }),
        }
    }
}
