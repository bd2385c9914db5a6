//! v7: v6, with one multiplication for two inputs (Winograd).

use crate::lanes::values;
use crate::model::{INPUTS, OUTPUTS};
use crate::v7_sums::{hidden, output};

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    Some(output(&hidden(&values(input)?)))
}
