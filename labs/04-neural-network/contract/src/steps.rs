//! The build the grader uses to call each Rust task alone: bytes in, bytes out. Never deployed for real.

use crate::error::Error;
use alloc::{vec, vec::Vec};
use lab04_core::{
    activate, check_move, choose, dense,
    game::Game,
    hidden,
    model::{HIDDEN_BIAS, HIDDEN_WEIGHTS},
    network,
};
use stylus_sdk::{abi::Bytes, prelude::*};

#[storage]
#[entrypoint]
pub struct Steps {}

#[public]
impl Steps {
    /// Task 4.2: 18 bytes of any value to 32 sums, int32 little-endian.
    pub fn dense(&self, input: Bytes) -> Bytes {
        words(&dense(&HIDDEN_WEIGHTS, &HIDDEN_BIAS, &fixed(&input)))
    }

    /// Task 4.3: sums, int32 little-endian, to a byte each.
    pub fn activate(&self, sums: Bytes) -> Bytes {
        numbers(&sums).map(activate).collect::<Vec<u8>>().into()
    }

    /// Task 4.4: nine scores and nine cells to one byte, or to none.
    pub fn choose(&self, scores: Bytes, cells: Bytes) -> Bytes {
        let mut list = [0; 9];
        list.iter_mut().zip(numbers(&scores)).for_each(|(score, number)| *score = number);
        choose(&list, &fixed(&cells)).into_iter().collect::<Vec<u8>>().into()
    }

    /// Task 4.5: nothing, or why the move is refused.
    pub fn check_move(&self, cells: Bytes, side: u8, cell: u8) -> Result<Bytes, Error> {
        check_move(&Game { cells: fixed(&cells) }, side, cell)?;
        Ok(Vec::new().into())
    }

    /// What stands behind each layer: 0 the sums, 1 the hidden layer, 2 the scores.
    pub fn layer(&self, index: u8, input: Bytes) -> Bytes {
        let input = fixed(&input);
        match index {
            0 => words(&dense(&HIDDEN_WEIGHTS, &HIDDEN_BIAS, &input)),
            1 => hidden(&input).to_vec().into(),
            _ => words(&network(&input)),
        }
    }
}

fn fixed<const N: usize>(bytes: &[u8]) -> [u8; N] {
    core::array::from_fn(|i| bytes[i])
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = i32> {
    bytes.chunks_exact(4).map(|word| i32::from_le_bytes(fixed(word)))
}

fn words(values: &[i32]) -> Bytes {
    values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>().into()
}
