//! Kernel 1, static arrays: shapes are types, and eight products share a turn of the loop.

use crate::finish::{pixels, scale};
use crate::model::{HIDDEN_BIAS, HIDDEN_WEIGHTS, INPUTS, OUTPUT_BIAS, OUTPUT_WEIGHTS, OUTPUTS};

/// The sums of a layer, one an output: its bias, and each weight of its row times the value it belongs to. `I` is a
/// multiple of eight.
fn dense<const I: usize, const O: usize>(
    weights: &[[i8; I]; O],
    bias: &[i32; O],
    x: &[i32; I],
) -> [i32; O] {
    // #region task-6-1
    let mut sums = *bias;
    for (sum, row) in sums.iter_mut().zip(weights) {
        for (w, x) in row.as_chunks::<8>().0.iter().zip(x.as_chunks::<8>().0) {
            for i in 0..8 {
                *sum += i32::from(w[i]) * x[i];
            }
        }
    }
    sums
    // #endregion task-6-1
    //|     // TODO(6.1): three loops: outputs, eights of inputs, and the eight products of an eight.
    //|     let _ = (weights, bias, x);
    //|     todo!("6.1 eight to a block")
}

pub fn scores(image: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let x = pixels(image)?.map(|pixel| pixel as i32);
    let mut hidden = dense(&HIDDEN_WEIGHTS, &HIDDEN_BIAS, &x);
    for (neuron, value) in hidden.iter_mut().enumerate() {
        *value = scale(neuron, *value);
    }
    Some(dense(&OUTPUT_WEIGHTS, &OUTPUT_BIAS, &hidden))
}
