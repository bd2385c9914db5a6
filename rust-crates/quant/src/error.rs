use core::fmt;

/// Why an input is refused. Nothing is saturated silently: a contract that guesses can be talked into an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Not the number of bytes that the model takes.
    WrongLength {
        /// Bytes the model takes.
        expected: usize,
        /// Bytes that came.
        actual: usize,
    },
    /// The first value, lowest index first, that is below its minimum or above its maximum.
    OutOfRange {
        /// Index of the value, counted from 0.
        index: usize,
        /// The value itself.
        value: i32,
    },
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongLength { expected, actual } => {
                write!(f, "the input has {actual} bytes, the model takes {expected}")
            }
            Self::OutOfRange { index, value } => {
                write!(f, "value {value} at index {index} is outside the model's range")
            }
        }
    }
}

impl core::error::Error for InputError {}

/// A parameter that no model file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterError {
    /// A multiplier is not in `1..2^31`.
    Multiplier(i32),
    /// A shift is not in `1..=62` (`1..=31` for a [`PureShift`](crate::PureShift), `0..=30` for a table).
    Shift(u32),
    /// The smallest value of a clamp is above the largest.
    Clamp {
        /// Smallest.
        min: i32,
        /// Largest.
        max: i32,
    },
    /// A table without entries.
    EmptyTable,
}

impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Multiplier(m) => write!(f, "multiplier {m} is not positive"),
            Self::Shift(s) => write!(f, "shift {s} is out of range"),
            Self::Clamp { min, max } => write!(f, "clamp from {min} to {max} is empty"),
            Self::EmptyTable => write!(f, "the table has no entries"),
        }
    }
}

impl core::error::Error for ParameterError {}
