use core::fmt;
use inkling_nn::slices::ShapeError;
use inkling_quant::{InputError, ParameterError};
use inkling_trees::TableError;

/// Why there is no prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramError {
    /// The input's fault.
    Input(InputError),
    /// The words end too early.
    Truncated,
    /// A word that stands for nothing, or a count that is negative or too large.
    Unknown(i32),
    /// Shapes that do not fit.
    Shape(ShapeError),
    /// A parameter outside its range.
    Parameter(ParameterError),
    /// A tree that is none.
    Table(TableError),
}

impl fmt::Display for ProgramError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::Truncated => write!(f, "the program ends too early"),
            Self::Unknown(word) => write!(f, "{word} stands for nothing here"),
            Self::Shape(error) => error.fmt(f),
            Self::Parameter(error) => error.fmt(f),
            Self::Table(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for ProgramError {}

impl From<InputError> for ProgramError {
    fn from(error: InputError) -> Self {
        Self::Input(error)
    }
}

impl From<ShapeError> for ProgramError {
    fn from(error: ShapeError) -> Self {
        Self::Shape(error)
    }
}

impl From<ParameterError> for ProgramError {
    fn from(error: ParameterError) -> Self {
        Self::Parameter(error)
    }
}

impl From<TableError> for ProgramError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}
