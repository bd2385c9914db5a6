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
        // #region task-4-6
        let side = self.side_of(player).ok_or(Error::not_a_player(player))?;
        check_move(&game, side, cell)?;
        game.mark(cell);
        self.vm().log(Moved { player, cell });
        if let Some(cell) = self.network_move(&game) {
            game.mark(cell);
            self.vm().log(Moved { player: self.vm().contract_address(), cell });
        }
        self.save(&game);
        if game.is_over() {
            self.vm().log(GameEnded { winner: self.player(game.winner()) });
        }
        Ok(())
        // #endregion task-4-6
        //|         // TODO(4.6): check, mark and log the player's move; then the network's, if it has one; save; log the end.
        //|         let _ = (player, cell, &mut game, check_move);
        //|         let _ = (Self::side_of, Self::network_move, Self::save);
        //|         let _: Option<(Moved, GameEnded)> = None;
        //|         let _ = (Self::player, Error::not_a_player);
        //|         todo!("4.6 play on chain")
    }
}
