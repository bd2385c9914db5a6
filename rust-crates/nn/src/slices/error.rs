use core::fmt;

/// A slice that does not have the length that the shapes ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapeError {
    /// Which one: `weights`, `bias`, `input`, `output` or `window`.
    pub what: &'static str,
    /// Length by the shapes.
    pub expected: usize,
    /// Its length.
    pub actual: usize,
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, expected, actual } = self;
        write!(f, "{what}: {actual} values, the shapes ask for {expected}")
    }
}

impl core::error::Error for ShapeError {}

pub(super) fn ensure(what: &'static str, actual: usize, expected: usize) -> Result<(), ShapeError> {
    if actual == expected { Ok(()) } else { Err(ShapeError { what, expected, actual }) }
}
