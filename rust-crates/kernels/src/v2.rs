//! v2: shapes are types and the loops are iterators, so no index is checked while it runs. `inkling-nn`'s `Dense` is
//! written this way.

use crate::finish::{checked, scale};
use crate::model::{HIDDEN_BIAS, HIDDEN_WEIGHTS, INPUTS, OUTPUT_BIAS, OUTPUT_WEIGHTS, OUTPUTS};

// #region v2
#[inline]
fn dense<X: Copy + Into<i32>, const I: usize, const O: usize>(
    weights: &[[i8; I]; O],
    bias: &[i32; O],
    x: &[X; I],
) -> [i32; O] {
    let mut out = *bias;
    for (acc, row) in out.iter_mut().zip(weights) {
        for (&w, &x) in row.iter().zip(x) {
            *acc += i32::from(w) * x.into();
        }
    }
    out
}

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let mut hidden = dense(&HIDDEN_WEIGHTS, &HIDDEN_BIAS, checked(input)?);
    for (neuron, value) in hidden.iter_mut().enumerate() {
        *value = scale(neuron, *value);
    }
    Some(dense(&OUTPUT_WEIGHTS, &OUTPUT_BIAS, &hidden))
}
// #endregion v2
