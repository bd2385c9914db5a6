//! One tree, written in two ways: as a table that a loop walks, and as branches in the code.
//!
//! The table is read like data and costs like data: wasm copies its segment into memory on every entry. Branches are
//! code, which an entry does not copy. `docs/reference/crates.md` has both figures.

use crate::{LEAF, Split, Tree};

// #region table
/// The splits of [`TREE`]; the features are bytes.
pub const SPLITS: [Split; 4] = [
    Split { feature: 2, threshold: 90, left: 1, right: 2 },
    Split { feature: 0, threshold: 30, left: LEAF, right: 3 },
    Split { feature: 3, threshold: 200, left: LEAF | 1, right: LEAF | 2 },
    Split { feature: 1, threshold: 120, left: LEAF | 3, right: LEAF | 4 },
];
/// Three scores a leaf.
pub const LEAVES: [[i32; 3]; 5] = [[9, 0, 1], [0, 8, 2], [3, 3, 4], [1, 7, 2], [5, 2, 3]];

/// The tree as a table.
pub const TREE: Tree<4, 3> = Tree::new(0, &SPLITS, &LEAVES);
// #endregion table

// #region branches
/// The same tree as branches: each number is part of an instruction.
#[must_use]
pub const fn branches(x: &[u8; 4]) -> [i32; 3] {
    if x[2] <= 90 {
        if x[0] <= 30 {
            [9, 0, 1]
        } else if x[1] <= 120 {
            [1, 7, 2]
        } else {
            [5, 2, 3]
        }
    } else if x[3] <= 200 {
        [0, 8, 2]
    } else {
        [3, 3, 4]
    }
}
// #endregion branches

/// Inputs on both sides of every threshold.
#[cfg(test)]
pub(crate) fn inputs() -> impl Iterator<Item = [u8; 4]> {
    let near = [[30, 31], [120, 121], [90, 91], [200, 201]];
    (0..16).map(move |bits: usize| core::array::from_fn(|i| near[i][bits >> i & 1]))
}
