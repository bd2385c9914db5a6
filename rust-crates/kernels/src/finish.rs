//! What the kernels from v2 on share: the check of the input, and the step from a sum to a neuron's value.

use crate::model::{HIDDEN_SCALE, INPUT_MAX, INPUTS};
use inkling_quant::{Rescale, relu};

/// A hidden neuron's value from its sum.
#[inline]
pub(crate) fn scale(neuron: usize, acc: i32) -> i32 {
    Rescale::apply(&HIDDEN_SCALE, neuron, relu(acc))
}

/// `None` unless every value is in its range.
#[inline]
pub(crate) fn checked(input: &[u8; INPUTS]) -> Option<&[u8; INPUTS]> {
    input.iter().zip(&INPUT_MAX).all(|(value, max)| value <= max).then_some(input)
}
