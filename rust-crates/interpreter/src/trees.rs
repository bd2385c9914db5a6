use crate::{MAX_SCORES, MAX_VALUES, ProgramError, reader::Reader};
use inkling_trees::{LEAF, Split, check_table, walk};

/// Most splits of one tree.
const MAX_SPLITS: usize = 1024;

/// Base plus the leaves that `features` reaches; says how many scores there are.
pub(crate) fn run(
    mut reader: Reader<'_>,
    features: &[i32],
    scores: &mut [i32; MAX_SCORES],
) -> Result<usize, ProgramError> {
    let count = reader.count(MAX_SCORES)?;
    let scores = &mut scores[..count];
    scores.copy_from_slice(reader.take(count)?);
    let mut table = [Split { feature: 0, threshold: 0, left: 0, right: 0 }; MAX_SPLITS];
    for _ in 0..reader.count(MAX_VALUES)? {
        let (splits, leaves) = (reader.count(MAX_SPLITS)?, reader.count(MAX_VALUES)?);
        let table = &mut table[..splits];
        for (split, words) in table.iter_mut().zip(reader.take(splits * 4)?.as_chunks().0) {
            let &[feature, threshold, left, right] = words;
            *split = Split {
                feature: small(feature)?,
                threshold,
                left: small(left)?,
                right: small(right)?,
            };
        }
        let root = if splits == 0 { LEAF } else { 0 };
        check_table(root, table, leaves, features.len())?;
        let leaf = walk(features, root, table);
        let leaves = reader.take(leaves * count)?;
        for (score, value) in scores.iter_mut().zip(&leaves[leaf * count..]) {
            *score = score.checked_add(*value).ok_or(inkling_trees::TableError::Overflow)?;
        }
    }
    Ok(count)
}

fn small(word: i32) -> Result<u16, ProgramError> {
    u16::try_from(word).map_err(|_| ProgramError::Unknown(word))
}
