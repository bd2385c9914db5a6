use alloy_primitives::{Address, I256, U256};
use alloy_sol_types::sol;
use lab04_core::{InputError, game::MoveError};
use stylus_sdk::prelude::*;

sol! {
    /// The input does not have one byte a feature.
    error WrongLength(uint256 expected, uint256 actual);
    /// A value is outside what it can be: a byte of the input, or the cell of a move (index 0).
    error OutOfRange(uint256 index, int256 value);
    /// Every cell is taken.
    error NoMove();
    /// There is no game, or it has ended.
    error GameOver();
    /// The other player moves next.
    error WrongTurn();
    error Occupied(uint8 cell);
    /// Who calls has no seat at this board.
    error NotAPlayer(address caller);
    /// Two others are in the middle of a game.
    error GameRunning();
    /// Nobody, or oneself.
    error BadOpponent(address opponent);
}

/// What a call reverts with, as Solidity sees it.
#[derive(SolidityError)]
pub enum Error {
    WrongLength(WrongLength),
    OutOfRange(OutOfRange),
    NoMove(NoMove),
    GameOver(GameOver),
    WrongTurn(WrongTurn),
    Occupied(Occupied),
    NotAPlayer(NotAPlayer),
    GameRunning(GameRunning),
    BadOpponent(BadOpponent),
}

impl Error {
    pub fn not_a_player(caller: Address) -> Self {
        Self::NotAPlayer(NotAPlayer { caller })
    }
}

impl From<InputError> for Error {
    fn from(error: InputError) -> Self {
        match error {
            InputError::WrongLength { expected, actual } => Self::WrongLength(WrongLength {
                expected: U256::from(expected),
                actual: U256::from(actual),
            }),
            InputError::OutOfRange { index, value } => out_of_range(index, value),
        }
    }
}

impl From<MoveError> for Error {
    fn from(error: MoveError) -> Self {
        match error {
            MoveError::GameOver => Self::GameOver(GameOver {}),
            MoveError::WrongTurn => Self::WrongTurn(WrongTurn {}),
            MoveError::OutOfRange { cell } => out_of_range(0, i32::from(cell)),
            MoveError::Occupied { cell } => Self::Occupied(Occupied { cell }),
        }
    }
}

// A value of the input is a byte and a cell is one, too: never below 0.
fn out_of_range(index: usize, value: i32) -> Error {
    Error::OutOfRange(OutOfRange {
        index: U256::from(index),
        value: I256::from_raw(U256::from(value as u32)),
    })
}
