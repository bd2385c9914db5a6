//! v8: v6 on a net whose weights were pruned in blocks: one input by the neurons of a word. A block of zeros is a
//! multiplication that is not there. Another net, so other scores.

use crate::lanes::values;
use crate::model::{INPUTS, OUTPUTS};
use crate::v8_sums::{hidden, output};

/// The scores, or `None` when a value is too large.
#[must_use]
pub fn scores(input: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    Some(output(&hidden(&values(input)?)))
}
