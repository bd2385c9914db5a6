//! v3: the loops of v2 on weights that the code itself writes into memory first. A data segment is copied on every
//! entry and paid by the byte; code is not.

use crate::finish::{checked, scale};
use crate::model::{HIDDEN, INPUTS, OUTPUTS};
use crate::v3_weights as weights;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

// #region v3
/// Eight weights come with one load of 64 bits.
#[inline]
fn dense<X: Copy + Into<i32>>(words: &[AtomicU64], x: &[X], out: &mut [i32]) {
    let each = x.len() / 8;
    for (acc, row) in out.iter_mut().zip(words.chunks_exact(each)) {
        for (word, x) in row.iter().zip(x.chunks_exact(8)) {
            let eight = word.load(Relaxed).to_le_bytes();
            for (&w, &x) in eight.iter().zip(x) {
                *acc += i32::from(w as i8) * x.into();
            }
        }
    }
}

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let input = checked(input)?;
    weights::store_hidden();
    weights::store_output();
    let mut hidden = [0; HIDDEN];
    weights::hidden_bias(&mut hidden);
    dense(&weights::HIDDEN_WORDS, input, &mut hidden);
    for (neuron, value) in hidden.iter_mut().enumerate() {
        *value = scale(neuron, *value);
    }
    let mut scores = [0; OUTPUTS];
    weights::output_bias(&mut scores);
    dense(&weights::OUTPUT_WORDS, &hidden, &mut scores);
    Some(scores)
}
// #endregion v3
