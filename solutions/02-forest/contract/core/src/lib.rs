//! A forest: nine bytes about a site in, a verdict out. This is the file you edit.
//!
//! `model.rs` holds the trees twice, as a table and as code; `input.rs` the errors. No SDK in here, so
//! `cargo test` runs it on your own machine.
#![no_std]
#![forbid(unsafe_code)]

mod input;
pub mod model;

pub use input::{InputError, features};
use model::{BASE, INPUT_LENGTH, branches};

/// The bit of a packed node that marks a leaf. The other 15 bits of a leaf are its value plus `LEAF_ZERO`.
pub const LEAF: u16 = 0x8000;
pub const LEAF_ZERO: i32 = 0x4000;

/// Walks a packed tree from `root` and returns the value of the leaf. A split is feature (4 bits),
/// threshold (4 bits) and how far its right child is (7 bits); its left child is the next node.
pub fn walk(nodes: &[u16], root: u16, x: &[u8]) -> i32 {
    // #region task-2-3
    let mut at = root as usize;
    while nodes[at] & LEAF == 0 {
        let node = nodes[at] as usize;
        let (feature, threshold, right) = (node >> 11, node >> 7 & 15, node & 127);
        at += if x[feature] as usize <= threshold { 1 } else { right };
    }
    i32::from(nodes[at] & !LEAF) - LEAF_ZERO
    // #endregion task-2-3
    //|     // TODO(2.3): start at root; while the node is no leaf, take its bits apart and go left or right.
    //|     let _ = (nodes, root, x, LEAF, LEAF_ZERO);
    //|     todo!("2.3 walk a packed tree")
}

/// The score, `base` plus what every tree says, and the label: 1 when the score is above 0.
pub fn verdict(nodes: &[u16], roots: &[u16], base: i32, x: &[u8]) -> (i32, u8) {
    // #region task-2-4
    let score = roots.iter().fold(base, |sum, &root| sum + walk(nodes, root, x));
    (score, u8::from(score > 0))
    // #endregion task-2-4
    //|     // TODO(2.4): add up what the trees say; phishing needs more than half of the votes.
    //|     let _ = (nodes, roots, base, x, walk);
    //|     todo!("2.4 majority and sum")
}

/// The score that the contract gives. Table or code: the answer is the same, the bill is not.
fn score(x: &[u8; INPUT_LENGTH]) -> i32 {
    // #region task-2-5
    BASE + branches(x)
    // #endregion task-2-5
    //|     // TODO(2.5): first `verdict` on the table, with a look at what it costs; then `branches`.
    //|     let _ = (x, BASE, branches);
    //|     todo!("2.5 choose the layout")
}

/// One score: above 0 speaks for phishing.
pub fn scores(input: &[u8]) -> Result<[i32; 1], InputError> {
    Ok([score(features(input)?)])
}

/// Label 1 when the score is above 0, else label 0. A tie is safe.
pub fn classify(input: &[u8]) -> Result<u8, InputError> {
    let [score] = scores(input)?;
    Ok((score > 0).into())
}
