//! A quantized net: pixels in, ten scores out, integers all the way. This is the file you edit.
//!
//! `model.rs` holds two nets as data, `net.rs` their type and the check of the input. No SDK in here, so
//! `cargo test` runs it on your own machine.
#![no_std]
#![forbid(unsafe_code)]

pub mod model;
mod net;

pub use inkling_quant::{InputError, argmax};
pub use net::{Net, OUTPUTS, pixels};

/// The sums of a layer, one an output: its bias, and each weight of its row times the input it belongs to.
pub fn dense<const I: usize, const O: usize>(
    weights: &[[i8; I]; O],
    bias: &[i32; O],
    x: &[u8; I],
) -> [i32; O] {
    // #region task-5-4
    let mut sums = *bias;
    for (sum, row) in sums.iter_mut().zip(weights) {
        for (&weight, &value) in row.iter().zip(x) {
            *sum += i32::from(weight) * i32::from(value);
        }
    }
    sums
    // #endregion task-5-4
    //|     // TODO(5.4): begin with the bias; add weight times value for every input of every output.
    //|     let _ = (weights, bias, x);
    //|     todo!("5.4 sum a layer")
}

/// `acc * multiplier / 2^shift` as an integer: rounded once, to the nearest, a half goes up.
pub fn requantize(acc: i32, multiplier: i32, shift: u8) -> i64 {
    // #region task-5-5
    let half = 1_i64 << (shift - 1);
    (i64::from(acc) * i64::from(multiplier) + half) >> shift
    // #endregion task-5-5
    //|     // TODO(5.5): multiply in 64 bits, add a half, shift right.
    //|     let _ = (acc, multiplier, shift);
    //|     todo!("5.5 requantize")
}

/// The hidden layer: its sums, each requantized with its own channel's numbers, held to 0 ... 255.
pub fn hidden<const I: usize, const H: usize>(net: &Net<I, H>, x: &[u8; I]) -> [u8; H] {
    // #region task-5-6
    let sums = dense(&net.hidden_weights, &net.hidden_bias, x);
    let mut out = [0; H];
    for channel in 0..H {
        let value = requantize(sums[channel], net.multiplier[channel], net.shift[channel]);
        out[channel] = value.clamp(0, 255) as u8;
    }
    out
    // #endregion task-5-6
    //|     // TODO(5.6): the sums of the hidden layer, then requantize and clamp each channel.
    //|     let _ = (net, x);
    //|     todo!("5.6 run the hidden layer")
}

/// One score a digit. The last layer keeps its sums: only which is the largest matters.
pub fn scores<const I: usize, const H: usize>(
    net: &Net<I, H>,
    input: &[u8],
) -> Result<[i32; OUTPUTS], InputError> {
    let x = pixels(net, input)?;
    Ok(dense(&net.output_weights, &net.output_bias, &hidden(net, x)))
}
