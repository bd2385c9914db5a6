//! The network: eighteen bytes about a board in, nine scores out, and the move to make. This is a file you
//! edit; the other one is `contract/src/turn.rs`.
//!
//! `model.rs` holds the weights, `game.rs` the board. No SDK in here, so `cargo test` runs it on your own
//! machine.
#![no_std]
#![forbid(unsafe_code)]

pub mod game;
pub mod model;

use game::{EMPTY, Game, MoveError};
use inkling_nn::Layer;
pub use inkling_quant::InputError;
use inkling_quant::{argmax, check_range, unpack_u8};
use model::{HIDDEN, HIDDEN_BIAS, HIDDEN_WEIGHTS, INPUT_LENGTH, INPUT_MAX, INPUT_MIN, OUTPUT};
use model::{HIDDEN_MAX, HIDDEN_SHIFT};

/// One accumulator a neuron: its bias, plus the sum of weight times input over its row of weights.
pub fn dense<const I: usize, const O: usize>(
    weights: &[[i8; I]; O],
    bias: &[i32; O],
    input: &[u8; I],
) -> [i32; O] {
    // TODO(4.2): start from the bias; add weight times input, in i32, over each row.
    let _ = (weights, bias, input);
    todo!("4.2 a dense layer")
}

/// Accumulator to activation: below 0 it is 0; then divide by 2^HIDDEN_SHIFT, half up; at most HIDDEN_MAX.
pub fn activate(sum: i32) -> u8 {
    // TODO(4.3): ReLU, then the rounded shift, then the upper limit.
    let _ = (sum, HIDDEN_SHIFT, HIDDEN_MAX);
    todo!("4.3 ReLU and requantize")
}

/// The empty cell with the highest score, the lowest cell on a tie; `None` when no cell is empty.
pub fn choose(scores: &[i32; 9], cells: &[u8; 9]) -> Option<u8> {
    // TODO(4.4): look at empty cells only, and keep the one with the highest score.
    let _ = (scores, cells, EMPTY);
    todo!("4.4 the mask and the choice")
}

/// May `side` take `cell` now? The first reason not to, in this order: the game is over, it is the other
/// side's turn, there is no such cell, the cell is taken.
pub fn check_move(game: &Game, side: u8, cell: u8) -> Result<(), MoveError> {
    // TODO(4.5): four reasons to refuse a move, in the order of the comment above.
    let _ = (game, side, cell);
    let _: Option<MoveError> = None;
    todo!("4.5 refuse a bad move")
}

/// The hidden layer, by your two functions.
pub fn hidden(input: &[u8; INPUT_LENGTH]) -> [u8; HIDDEN] {
    dense(&HIDDEN_WEIGHTS, &HIDDEN_BIAS, input).map(activate)
}

/// The output layer is a dense layer as well; this one comes from the crate that a project would use.
pub fn network(input: &[u8; INPUT_LENGTH]) -> [i32; 9] {
    OUTPUT.forward(&hidden(input))
}

/// The bytes of a call: 18 of them, each 0 or 1.
pub fn unpack(input: &[u8]) -> Result<[u8; INPUT_LENGTH], InputError> {
    let values: [i32; INPUT_LENGTH] = unpack_u8(input)?;
    check_range(&values, &INPUT_MIN, &INPUT_MAX)?;
    Ok(values.map(|value| value as u8))
}

pub fn scores(input: &[u8]) -> Result<[i32; 9], InputError> {
    Ok(network(&unpack(input)?))
}

/// The cell with the highest score, taken or not: the model's label.
pub fn classify(input: &[u8]) -> Result<u8, InputError> {
    Ok(argmax(&scores(input)?) as u8)
}

/// The cell to take on a board given as bytes; `None` when it is full.
pub fn best_move(input: &[u8]) -> Result<Option<u8>, InputError> {
    let values = unpack(input)?;
    let cells = core::array::from_fn(|cell| values[cell] | values[cell + 9]);
    Ok(choose(&network(&values), &cells))
}

/// What the network answers in a game.
pub fn answer(game: &Game) -> Option<u8> {
    choose(&network(&game.view()), &game.cells)
}
