//! Logistic regression in fixed point: nine bytes in, a probability out. This is the file you edit.
//!
//! `model.rs` holds the numbers. Length, range and label come from `inkling-quant`, as in a project of your own.
#![no_std]
#![forbid(unsafe_code)]

pub mod cells;
pub mod model;

pub use inkling_quant::InputError;
use inkling_quant::{check_length, check_range, sign};
use model::{
    BIAS, FEATURE_MAX, FEATURE_MIN, INPUT_LENGTH, LOGIT_MAX, LOGIT_MIN, MULTIPLIER, SHIFT, SIGMOID,
    SIGMOID_SHIFT, WEIGHTS,
};

/// The bias plus weight times feature for each feature, summed in 32 bits. Both lists are of the same length.
pub fn dot(weights: &[i8], bias: i32, features: &[u8]) -> i32 {
    // #region task-3-3
    let mut sum = bias;
    for (&weight, &feature) in weights.iter().zip(features) {
        sum += i32::from(weight) * i32::from(feature);
    }
    sum
    // #endregion task-3-3
    //|     // TODO(3.3): bias plus the sum of the products. A byte times a byte does not fit a byte.
    //|     let _ = (weights, bias, features);
    //|     todo!("3.3 dot product")
}

/// `sum * multiplier / 2^shift`, rounded to the nearest integer (a half goes up), then clamped to a logit.
/// The shift is 1 to 62.
pub fn requantize(sum: i32, multiplier: i32, shift: u32) -> i32 {
    // #region task-3-4
    let half = 1_i64 << (shift - 1);
    let scaled = (i64::from(sum) * i64::from(multiplier) + half) >> shift;
    scaled.clamp(i64::from(LOGIT_MIN), i64::from(LOGIT_MAX)) as i32
    // #endregion task-3-4
    //|     // TODO(3.4): multiply in 64 bits, add half of what the shift divides by, shift, clamp.
    //|     let _ = (sum, multiplier, shift, LOGIT_MIN, LOGIT_MAX);
    //|     todo!("3.4 requantize")
}

/// The sigmoid of a logit, minus one half, with 15 fractional bits: a straight line between two table entries.
pub fn sigmoid(logit: i32) -> i32 {
    // #region task-3-5
    let t = logit - LOGIT_MIN;
    let i = (t >> SIGMOID_SHIFT) as usize;
    let low = i32::from(SIGMOID[i]);
    if i == SIGMOID.len() - 1 {
        return low;
    }
    let rise = i32::from(SIGMOID[i + 1]) - low;
    let part = t - ((i as i32) << SIGMOID_SHIFT);
    low + ((rise * part + (1 << (SIGMOID_SHIFT - 1))) >> SIGMOID_SHIFT)
    // #endregion task-3-5
    //|     // TODO(3.5): which entry is at or below the logit, how far past it, and that share of the rise.
    //|     let _ = (logit, LOGIT_MIN, SIGMOID_SHIFT, &SIGMOID);
    //|     todo!("3.5 sigmoid")
}

/// The sum of the model for features that have been checked.
pub fn vote_sum(features: &[u8]) -> i32 {
    dot(&WEIGHTS, BIAS, features)
}

/// One score: the probability of label 1 minus one half, with 15 fractional bits.
pub fn scores(input: &[u8]) -> Result<[i32; 1], InputError> {
    check_length(input, INPUT_LENGTH)?;
    check_range(input, &FEATURE_MIN, &FEATURE_MAX)?;
    Ok([sigmoid(requantize(vote_sum(input), MULTIPLIER, SHIFT))])
}

/// Label 1 when its probability is above one half, else label 0.
pub fn classify(input: &[u8]) -> Result<u8, InputError> {
    let [score] = scores(input)?;
    Ok(sign(score) as u8)
}
