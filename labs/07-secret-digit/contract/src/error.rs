use alloy_primitives::U256;
use alloy_sol_types::sol;
use lab07_core::{Part, Proof, Refusal, Refused};
use stylus_sdk::prelude::*;

sol! {
    /// A proof has 256 bytes.
    error WrongLength(uint256 expected, uint256 actual);
    /// The public signal of this index is not below r.
    error SignalTooLarge(uint256 index);
    /// The coordinate of this index is not below p.
    error CoordinateTooLarge(uint256 index);
    /// A (0), B (1) or C (2) is the point at infinity.
    error PointAtInfinity(uint256 point);
    /// A precompile refused its input.
    error CurveCallFailed(uint8 precompile);
    /// Not a proof of this statement under this contract's key.
    error NotProven();
    /// Nobody registered this commitment.
    error UnknownCommitment(uint256 commitment);
    /// Somebody did already.
    error AlreadyRegistered(uint256 commitment);
    /// The sender has used this request id.
    error RequestUsed(uint256 requestId);
    /// The model has classes 0 to 9.
    error NoSuchClass(uint8 class);
    /// Only the keeper may do this.
    error NotKeeper();
}

/// What a call reverts with, as Solidity sees it.
#[derive(SolidityError)]
pub enum Error {
    WrongLength(WrongLength),
    SignalTooLarge(SignalTooLarge),
    CoordinateTooLarge(CoordinateTooLarge),
    PointAtInfinity(PointAtInfinity),
    CurveCallFailed(CurveCallFailed),
    NotProven(NotProven),
    UnknownCommitment(UnknownCommitment),
    AlreadyRegistered(AlreadyRegistered),
    RequestUsed(RequestUsed),
    NoSuchClass(NoSuchClass),
    NotKeeper(NotKeeper),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::SignalTooLarge(index) => {
                Self::SignalTooLarge(SignalTooLarge { index: U256::from(index) })
            }
            Refusal::CoordinateTooLarge(index) => {
                Self::CoordinateTooLarge(CoordinateTooLarge { index: U256::from(index) })
            }
            Refusal::AtInfinity(part) => Self::PointAtInfinity(PointAtInfinity {
                point: U256::from(match part {
                    Part::A => 0,
                    Part::B => 1,
                    Part::C => 2,
                }),
            }),
            Refusal::CallFailed(precompile) => {
                Self::CurveCallFailed(CurveCallFailed { precompile })
            }
            Refusal::NotProven => Self::NotProven(NotProven {}),
        }
    }
}

impl Error {
    /// A refusal in the words of the ABI, with what was refused.
    pub fn of(refused: Refused, commitment: U256, request_id: U256) -> Self {
        match refused {
            Refused::UnknownCommitment => Self::UnknownCommitment(UnknownCommitment { commitment }),
            Refused::RequestUsed => Self::RequestUsed(RequestUsed { requestId: request_id }),
            Refused::NoSuchClass(class) => Self::NoSuchClass(NoSuchClass { class }),
            Refused::Proof(refusal) => refusal.into(),
        }
    }
}

/// The bytes of a proof.
pub fn sized(bytes: &[u8]) -> Result<&Proof, Error> {
    bytes.try_into().map_err(|_| {
        Error::WrongLength(WrongLength {
            expected: U256::from(size_of::<Proof>()),
            actual: U256::from(bytes.len()),
        })
    })
}
