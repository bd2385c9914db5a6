//! One turn: the player's move, and the network's answer. This is the second Rust file you edit.

use crate::{
    contract::{GameEnded, Moved, TicTacToe},
    error::Error,
};
use lab04_core::check_move;
use stylus_sdk::prelude::*;

impl TicTacToe {
    /// The caller takes `cell`, and the network answers if it is next. Each move is an event, and so is the
    /// end of the game.
    pub(crate) fn take_turn(&mut self, cell: u8) -> Result<(), Error> {
        let player = self.vm().msg_sender();
        let mut game = self.game();
        // TODO(4.6): check, mark and log the player's move; then the network's, if it has one; save; log the end.
        let _ = (player, cell, &mut game, check_move);
        let _ = (Self::side_of, Self::network_move, Self::save);
        let _: Option<(Moved, GameEnded)> = None;
        let _ = (Self::player, Error::not_a_player);
        todo!("4.6 play on chain")
    }
}
