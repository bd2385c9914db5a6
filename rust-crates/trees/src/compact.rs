use crate::{Split, TableError};

/// Set in an 8-bit child that is a leaf.
const LEAF: u32 = 0x80;

/// A split in one 32-bit word: feature, threshold, left and right child, 8 bits each, the feature lowest.
///
/// # Panics
///
/// When a part does not fit: feature and threshold 0 to 255, at most 128 splits and 128 leaves. In a `const` that is a
/// compile error.
#[must_use]
pub const fn pack_split(split: Split) -> u32 {
    assert!(split.feature < 256, "compact split: more than 256 features");
    assert!(
        split.threshold >= 0 && split.threshold < 256,
        "compact split: threshold outside 0..256"
    );
    split.feature as u32
        | (split.threshold as u32) << 8
        | pack_child(split.left) << 16
        | pack_child(split.right) << 24
}

const fn pack_child(child: u16) -> u32 {
    let index = child & !crate::LEAF;
    assert!(index < 128, "compact split: more than 128 splits or leaves");
    if child & crate::LEAF == 0 { index as u32 } else { LEAF | index as u32 }
}

/// A tree on bytes with 4 bytes a split instead of 12: the data segment shrinks to a third, and a step of the walk is
/// one load of the table instead of four.
///
/// ```
/// use inkling_trees::{CompactTree, LEAF, Split, pack_split};
/// const SPLITS: [u32; 2] = [
///     pack_split(Split { feature: 0, threshold: 0, left: LEAF, right: 1 }),
///     pack_split(Split { feature: 1, threshold: 1, left: LEAF | 1, right: LEAF | 2 }),
/// ];
/// assert_eq!(SPLITS[1], 0x8281_0101);
/// const TREE: CompactTree<2, 2> = CompactTree::new(&SPLITS, &[[9, 1], [2, 2], [0, 7]]);
/// assert_eq!(TREE.scores(&[1, 2]), &[0, 7]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CompactTree<'a, const F: usize, const S: usize> {
    splits: &'a [u32],
    leaves: &'a [[i32; S]],
}

impl<'a, const F: usize, const S: usize> CompactTree<'a, F, S> {
    /// Checks the tables; a tree without a split has one leaf. In a `const` a wrong one is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(splits: &'a [u32], leaves: &'a [[i32; S]]) -> Self {
        match Self::try_new(splits, leaves) {
            Ok(tree) => tree,
            Err(_) => {
                panic!("compact tree: a feature or child is not there, or a child comes first")
            }
        }
    }

    /// The same for tables that are read while the program runs.
    ///
    /// # Errors
    ///
    /// The first fault: a feature or child that is not there, or a split before its parent.
    pub const fn try_new(splits: &'a [u32], leaves: &'a [[i32; S]]) -> Result<Self, TableError> {
        if splits.is_empty() && leaves.is_empty() {
            return Err(TableError::Child { split: 0, child: crate::LEAF });
        }
        let mut i = 0;
        while i < splits.len() {
            let feature = (splits[i] & 255) as usize;
            if feature >= F {
                return Err(TableError::Feature { split: i, feature });
            }
            let mut side = 16;
            while side <= 24 {
                let child = (splits[i] >> side) & 255;
                let index = (child & 127) as usize;
                let shown = child as u16;
                if index >= (if child & LEAF == 0 { splits.len() } else { leaves.len() }) {
                    return Err(TableError::Child { split: i, child: shown });
                }
                if child & LEAF == 0 && index <= i {
                    return Err(TableError::Order { split: i, child: shown });
                }
                side += 8;
            }
            i += 1;
        }
        Ok(Self { splits, leaves })
    }

    /// The scores of the leaf that `features` reaches.
    #[inline]
    #[must_use]
    pub fn scores(&self, features: &[u8; F]) -> &'a [i32; S] {
        let mut node = if self.splits.is_empty() { LEAF } else { 0 };
        while node & LEAF == 0 {
            let split = self.splits[node as usize];
            let value = features[(split & 255) as usize];
            node = if value <= (split >> 8) as u8 { (split >> 16) & 255 } else { split >> 24 };
        }
        &self.leaves[(node & 127) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn the_example_is_the_same_compact() {
        let words = example::SPLITS.map(pack_split);
        let compact = CompactTree::<4, 3>::new(&words, &example::LEAVES);
        for x in example::inputs() {
            assert_eq!(compact.scores(&x), example::TREE.scores(&x), "{x:?}");
        }
    }

    /// Random tables whose children come after their parents, as a loop, as words, and as a recursion.
    #[test]
    fn random_trees_in_three_ways() {
        use crate::{LEAF, Split, Tree};
        use inkling_quant::Mulberry32;

        fn reference(splits: &[Split], node: u16, x: [u8; 5]) -> usize {
            if node & LEAF != 0 {
                return usize::from(node - LEAF);
            }
            let split = &splits[usize::from(node)];
            let goes_right = i32::from(x[usize::from(split.feature)]) > split.threshold;
            reference(splits, if goes_right { split.right } else { split.left }, x)
        }

        const SPLITS: u32 = 40;
        let mut random = Mulberry32::new(9);
        for _ in 0..200 {
            let splits: [Split; SPLITS as usize] = core::array::from_fn(|i| {
                let later = SPLITS - 1 - i as u32;
                let mut child = || match random.below(later + 4) {
                    step if step < later => (i as u32 + 1 + step) as u16,
                    _ => LEAF | random.below(60) as u16,
                };
                let (left, right) = (child(), child());
                let (feature, threshold) = (random.below(5) as u16, random.below(256) as i32);
                Split { feature, threshold, left, right }
            });
            let leaves: [[i32; 1]; 60] = core::array::from_fn(|i| [i as i32]);
            let words = splits.map(pack_split);
            let (tree, compact) =
                (Tree::<5, 1>::new(0, &splits, &leaves), CompactTree::<5, 1>::new(&words, &leaves));
            for _ in 0..100 {
                let x: [u8; 5] = core::array::from_fn(|_| random.next_u32() as u8);
                let leaf = reference(&splits, 0, x) as i32;
                assert_eq!((tree.scores(&x), compact.scores(&x)), (&[leaf], &[leaf]));
            }
        }
    }

    #[test]
    fn wrong_tables() {
        let leaves = [[0], [1]];
        let check = |words: &[u32]| CompactTree::<1, 1>::try_new(words, &leaves).err();
        assert_eq!(check(&[0x8180_0000]), None);
        assert_eq!(check(&[0x8180_0001]), Some(TableError::Feature { split: 0, feature: 1 }));
        assert_eq!(check(&[0x8280_0000]), Some(TableError::Child { split: 0, child: 0x82 }));
        assert_eq!(check(&[0x0080_0000]), Some(TableError::Order { split: 0, child: 0 }));
        assert!(CompactTree::<1, 1>::try_new(&[], &[]).is_err());
        assert_eq!(CompactTree::<1, 1>::new(&[], &[[4]]).scores(&[9]), &[4]);
    }
}
