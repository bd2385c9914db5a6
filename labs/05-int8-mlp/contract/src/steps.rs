//! The build the grader uses to call each Rust task alone: bytes in, bytes out. Never deployed for real.
//! Numbers wider than a byte are little-endian.

use crate::error::Error;
use alloc::{vec, vec::Vec};
use lab05_core::{
    Net, argmax, dense, hidden,
    model::{LARGE, SMALL, SMALL_INPUTS},
    pixels, requantize, scores,
};
use stylus_sdk::{abi::Bytes, prelude::*};

#[storage]
#[entrypoint]
pub struct Steps {}

#[public]
impl Steps {
    /// Task 5.4: a layer of six inputs and four outputs. 24 weights, 4 biases, 6 values; returns 4 sums.
    pub fn dense(&self, input: Bytes) -> Bytes {
        let mut weights = [[0_i8; 6]; 4];
        for (at, weight) in weights.as_flattened_mut().iter_mut().enumerate() {
            *weight = input[at] as i8;
        }
        let bias: [i32; 4] = core::array::from_fn(|o| int32(&input, 24 + 4 * o));
        let x: [u8; 6] = core::array::from_fn(|i| input[40 + i]);
        words(&dense(&weights, &bias, &x)).into()
    }

    /// Task 5.5: accumulator, multiplier, shift; returns eight bytes.
    pub fn requantize(&self, input: Bytes) -> Bytes {
        requantize(int32(&input, 0), int32(&input, 4), input[8]).to_le_bytes().to_vec().into()
    }

    /// Task 5.6: a layer's values for an image. The number of pixels says which net.
    pub fn layer(&self, index: u8, input: Bytes) -> Result<Bytes, Error> {
        let bytes = if input.len() == SMALL_INPUTS {
            of(&SMALL, index, &input)
        } else {
            of(&LARGE, index, &input)
        };
        Ok(bytes?.into())
    }
}

fn of<const I: usize, const H: usize>(
    net: &Net<I, H>,
    index: u8,
    input: &[u8],
) -> Result<Vec<u8>, Error> {
    let x = pixels(net, input)?;
    Ok(match index {
        0 => words(&dense(&net.hidden_weights, &net.hidden_bias, x)),
        1 => hidden(net, x).to_vec(),
        2 => words(&scores(net, input)?),
        _ => vec![argmax(&scores(net, input)?) as u8],
    })
}

fn int32(bytes: &[u8], at: usize) -> i32 {
    i32::from_le_bytes(core::array::from_fn(|i| bytes[at + i]))
}

fn words(values: &[i32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}
