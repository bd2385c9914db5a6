//! v6: v5, with the clamps of several neurons done together on the whole word.

use crate::lanes::values;
use crate::model::{INPUTS, OUTPUTS};
use crate::v6_sums::{hidden, output};

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    Some(output(&hidden(&values(input)?)))
}
