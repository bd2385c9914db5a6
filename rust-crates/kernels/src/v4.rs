//! v4: no loops. Every weight is part of an instruction, activations stay in locals, and eight bytes of the input are
//! checked at a time.

use crate::lanes::values;
use crate::model::{INPUTS, OUTPUTS};
use crate::v4_sums::{hidden, output};

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let x = values(input)?.map(|value| value as i32);
    Some(output(&hidden(&x)))
}
