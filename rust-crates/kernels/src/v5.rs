//! v5: several sums in one 64-bit word, so that one multiplication serves three or four weights.

use crate::lanes::values;
use crate::model::{INPUTS, OUTPUTS};
use crate::v5_sums::{hidden, output};

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    Some(output(&hidden(&values(input)?)))
}
