//! Lab 5's way: loops over weights in a static array. Every kernel is held to what this one answers.

use crate::finish::{pixels, scale};
use crate::model::{
    HIDDEN, HIDDEN_BIAS, HIDDEN_WEIGHTS, INPUTS, OUTPUT_BIAS, OUTPUT_WEIGHTS, OUTPUTS,
};

// #region naive
fn dense(weights: &[i8], bias: &[i32], x: &[i32], out: &mut [i32]) {
    for (o, sum) in out.iter_mut().enumerate() {
        *sum = bias[o];
        for (i, value) in x.iter().enumerate() {
            *sum += i32::from(weights[o * x.len() + i]) * value;
        }
    }
}
// #endregion naive

pub fn scores(image: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let x = pixels(image)?.map(|pixel| pixel as i32);
    let mut hidden = [0; HIDDEN];
    dense(HIDDEN_WEIGHTS.as_flattened(), &HIDDEN_BIAS, &x, &mut hidden);
    for (neuron, value) in hidden.iter_mut().enumerate() {
        *value = scale(neuron, *value);
    }
    let mut scores = [0; OUTPUTS];
    dense(OUTPUT_WEIGHTS.as_flattened(), &OUTPUT_BIAS, &hidden, &mut scores);
    Some(scores)
}
