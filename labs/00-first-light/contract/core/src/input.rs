/// Why an input is refused. A contract that guesses instead can be talked into an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    WrongLength { actual: usize },
    OutOfRange { index: usize, value: u8 },
}
