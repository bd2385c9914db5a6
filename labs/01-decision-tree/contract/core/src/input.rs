use crate::model::INPUT_LENGTH;

/// Why an input is refused. A contract that guesses instead can be talked into an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    WrongLength { actual: usize },
    OutOfRange { index: usize, value: u8 },
}

/// The model takes exactly `INPUT_LENGTH` bytes, one a feature.
pub fn ensure_length(input: &[u8]) -> Result<(), InputError> {
    if input.len() == INPUT_LENGTH {
        Ok(())
    } else {
        Err(InputError::WrongLength { actual: input.len() })
    }
}
