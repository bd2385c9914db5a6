//! The decision tree: nine bytes about a site in, a verdict out. This is the file you edit.
//!
//! `model.rs` holds the tree as data, `input.rs` the errors. No SDK in here, so `cargo test` runs it
//! on your own machine.
#![no_std]
#![forbid(unsafe_code)]

mod input;
pub mod model;

pub use input::{InputError, ensure_length};
use model::{FEATURE_MAX, LABELS, LEAF, LEAVES, ROOT, SPLITS};

/// The bytes of a call as features: one byte a feature, no more and no fewer.
pub fn features(input: &[u8]) -> Result<&[u8], InputError> {
    // #region task-1-1
    ensure_length(input)?;
    // #endregion task-1-1
    //|     // TODO(1.1): take the two slashes off the next line.
    //|     // ensure_length(input)?;
    Ok(input)
}

/// Walks from `ROOT` to a leaf and returns the leaf's number, counted from 0.
pub fn walk(features: &[u8]) -> usize {
    // #region task-1-3
    let mut at = ROOT;
    while at < LEAF {
        let split = &SPLITS[at as usize];
        let value = features[split.feature as usize];
        at = if value <= split.threshold { split.left } else { split.right };
    }
    (at - LEAF) as usize
    // #endregion task-1-3
    //|     // TODO(1.3): start at ROOT; while you stand on a split, go left or right.
    //|     let _ = (features, ROOT, LEAF, &SPLITS);
    //|     todo!("1.3 walk the tree")
}

/// A feature above its `FEATURE_MAX` is refused: the first such feature, lowest index first.
pub fn ensure_range(features: &[u8]) -> Result<(), InputError> {
    // #region task-1-4
    for (index, (&value, &max)) in features.iter().zip(&FEATURE_MAX).enumerate() {
        if value > max {
            return Err(InputError::OutOfRange { index, value });
        }
    }
    Ok(())
    // #endregion task-1-4
    //|     // TODO(1.4): compare each feature with FEATURE_MAX; the first that is above it is the error.
    //|     let _ = (features, FEATURE_MAX);
    //|     todo!("1.4 check the range")
}

/// One score a label. Length first, then range, then the walk: what comes later may trust what came before.
pub fn scores(input: &[u8]) -> Result<[i32; LABELS], InputError> {
    let features = features(input)?;
    ensure_range(features)?;
    Ok(LEAVES[walk(features)].map(i32::from))
}

/// The label with the highest score; the lowest index wins a tie.
pub fn classify(input: &[u8]) -> Result<u8, InputError> {
    let scores = scores(input)?;
    let mut best = 0;
    for label in 1..LABELS {
        if scores[label] > scores[best] {
            best = label;
        }
    }
    Ok(best as u8)
}
