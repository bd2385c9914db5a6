use crate::model::{FEATURE_MAX, INPUT_LENGTH};

/// Why an input is refused. A contract that guesses instead can be talked into an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    WrongLength { actual: usize },
    OutOfRange { index: usize, value: u8 },
}

/// The bytes of a call as features: the right number of them, each within its range. Lab 1 in one function.
pub fn features(input: &[u8]) -> Result<&[u8; INPUT_LENGTH], InputError> {
    let Ok(features) = <&[u8; INPUT_LENGTH]>::try_from(input) else {
        return Err(InputError::WrongLength { actual: input.len() });
    };
    for (index, (&value, &max)) in features.iter().zip(&FEATURE_MAX).enumerate() {
        if value > max {
            return Err(InputError::OutOfRange { index, value });
        }
    }
    Ok(features)
}
