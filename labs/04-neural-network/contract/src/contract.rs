//! The Solidity face: the network as a model, and one board at which two players sit.

use crate::error::{BadOpponent, Error, GameRunning, NoMove};
use alloc::{vec, vec::Vec};
use alloy_primitives::{Address, FixedBytes, U32};
use alloy_sol_types::sol;
use lab04_core::{
    answer,
    game::{EMPTY, Game, X},
    model::{INPUT_LENGTH, MODEL_HASH},
};
use stylus_sdk::{
    abi::Bytes,
    prelude::*,
    storage::{StorageAddress, StorageU32},
};

sol! {
    event GameStarted(address indexed x, address indexed o);
    event Moved(address indexed player, uint8 cell);
    /// `winner` is the zero address when nobody has three in a row.
    event GameEnded(address winner);
}

/// The address of the contract itself sits where the network plays.
#[storage]
#[entrypoint]
pub struct TicTacToe {
    /// Moves first. The board stands in the same storage slot: an address takes 20 of its 32 bytes.
    x: StorageAddress,
    board: StorageU32,
    o: StorageAddress,
}

#[public]
impl TicTacToe {
    /// The cell with the highest score, taken or not.
    pub fn classify(&self, input: Bytes) -> Result<u8, Error> {
        Ok(lab04_core::classify(&input)?)
    }

    /// One score a cell.
    pub fn scores(&self, input: Bytes) -> Result<Vec<i32>, Error> {
        Ok(lab04_core::scores(&input)?.to_vec())
    }

    /// Bytes that `classify` takes.
    pub fn input_length() -> u32 {
        INPUT_LENGTH as u32
    }

    /// SHA-256 of the model file.
    pub fn model_hash() -> FixedBytes<32> {
        FixedBytes(MODEL_HASH)
    }

    /// The empty cell with the highest score.
    pub fn best_move(&self, input: Bytes) -> Result<u8, Error> {
        lab04_core::best_move(&input)?.ok_or(Error::NoMove(NoMove {}))
    }

    /// Opens a game. The contract's own address as opponent is the network. Who sits at the board may open
    /// a new game at any time; anyone else when the last one has ended.
    pub fn new_game(&mut self, opponent: Address, first: bool) -> Result<(), Error> {
        let caller = self.vm().msg_sender();
        if opponent == caller || opponent.is_zero() {
            return Err(Error::BadOpponent(BadOpponent { opponent }));
        }
        if self.turn() != Address::ZERO && self.side_of(caller).is_none() {
            return Err(Error::GameRunning(GameRunning {}));
        }
        let (x, o) = if first { (caller, opponent) } else { (opponent, caller) };
        self.x.set(x);
        self.o.set(o);
        self.vm().log(GameStarted { x, o });
        let mut game = Game::NEW;
        if let Some(cell) = self.network_move(&game) {
            game.mark(cell);
            self.vm().log(Moved { player: x, cell });
        }
        self.save(&game);
        Ok(())
    }

    /// The caller takes `cell`; the network, when it is the opponent, answers in the same transaction.
    pub fn play(&mut self, cell: u8) -> Result<(), Error> {
        self.take_turn(cell)
    }

    /// Nine bytes row by row: 0 empty, 1 X, 2 O.
    pub fn board(&self) -> Bytes {
        self.game().cells.to_vec().into()
    }

    /// Who moves next; the zero address when nobody does.
    pub fn turn(&self) -> Address {
        let game = self.game();
        if game.is_over() { Address::ZERO } else { self.player(game.turn()) }
    }
}

// What `take_turn` is made of.
impl TicTacToe {
    /// The board in storage.
    pub(crate) fn game(&self) -> Game {
        Game::from_bits(self.board.get().to())
    }

    pub(crate) fn save(&mut self, game: &Game) {
        self.board.set(U32::from(game.bits()));
    }

    /// `X` or `O`, where `who` sits; `None` for anyone else.
    pub(crate) fn side_of(&self, who: Address) -> Option<u8> {
        [self.x.get(), self.o.get()].iter().position(|&seat| seat == who).map(|i| X + i as u8)
    }

    /// Who sits on a side; the zero address for `EMPTY`.
    pub(crate) fn player(&self, side: u8) -> Address {
        match side {
            EMPTY => Address::ZERO,
            X => self.x.get(),
            _ => self.o.get(),
        }
    }

    /// The network's move, when the game goes on and its turn has come.
    pub(crate) fn network_move(&self, game: &Game) -> Option<u8> {
        let network = self.vm().contract_address();
        if game.is_over() || self.player(game.turn()) != network { None } else { answer(game) }
    }
}
