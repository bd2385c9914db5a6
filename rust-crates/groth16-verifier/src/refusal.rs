use core::fmt;

/// A point of a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first, in G1.
    A,
    /// The second, in G2.
    B,
    /// The third, in G1.
    C,
}

/// Why a proof was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The public signal of this index is not below [`R`](crate::R): the same statement in other words.
    SignalTooLarge(usize),
    /// The coordinate of this index, 0 to 7, is not below [`P`](crate::P).
    CoordinateTooLarge(usize),
    /// This point is the point at infinity, which no honest proof has.
    AtInfinity(Part),
    /// The call to the precompile of this address failed, or answered with another length: a point is off the curve or
    /// outside of its subgroup, there was too little gas, or the chain has no such precompile.
    CallFailed(u8),
    /// The equation does not hold: not a proof of this statement under this key.
    NotProven,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignalTooLarge(i) => write!(f, "public signal {i} is not below r"),
            Self::CoordinateTooLarge(i) => write!(f, "coordinate {i} of the proof is not below p"),
            Self::AtInfinity(part) => {
                write!(f, "point {part:?} of the proof is the point at infinity")
            }
            Self::CallFailed(address) => write!(f, "the call to precompile {address:#04x} failed"),
            Self::NotProven => {
                f.write_str("the proof does not hold for these signals and this key")
            }
        }
    }
}

impl core::error::Error for Refusal {}
