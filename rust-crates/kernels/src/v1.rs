//! v1: loops over slices, as one writes them first.

#![allow(clippy::needless_range_loop)]

use crate::model::{
    HIDDEN, HIDDEN_BIAS, HIDDEN_SCALE, HIDDEN_WEIGHTS, INPUT_MAX, INPUTS, OUTPUT_BIAS,
    OUTPUT_WEIGHTS, OUTPUTS,
};
use inkling_quant::{Rescale, relu};

// #region v1
fn dense(weights: &[i8], bias: &[i32], x: &[i32], out: &mut [i32]) {
    for o in 0..out.len() {
        out[o] = bias[o];
        for i in 0..x.len() {
            out[o] += i32::from(weights[o * x.len() + i]) * x[i];
        }
    }
}

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let mut x = [0; INPUTS];
    for i in 0..INPUTS {
        if input[i] > INPUT_MAX[i] {
            return None;
        }
        x[i] = i32::from(input[i]);
    }
    let mut hidden = [0; HIDDEN];
    dense(HIDDEN_WEIGHTS.as_flattened(), &HIDDEN_BIAS, &x, &mut hidden);
    for o in 0..HIDDEN {
        hidden[o] = Rescale::apply(&HIDDEN_SCALE, o, relu(hidden[o]));
    }
    let mut scores = [0; OUTPUTS];
    dense(OUTPUT_WEIGHTS.as_flattened(), &OUTPUT_BIAS, &hidden, &mut scores);
    Some(scores)
}
// #endregion v1
