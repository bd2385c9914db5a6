use crate::{Split, TableError, tree::check_table, walk};

/// A tree of gradient boosting: its leaf is one number, added to one score. A leaf takes 4 bytes, whatever the number
/// of labels.
#[derive(Clone, Copy, Debug)]
pub struct ScalarTree<'a> {
    /// Index of the score that this tree adds to.
    pub score: u16,
    /// 0, or `LEAF` for a tree of one leaf.
    pub root: u16,
    /// As in a [`Tree`](crate::Tree).
    pub splits: &'a [Split],
    /// One number a leaf.
    pub leaves: &'a [i32],
}

/// Gradient boosting: `base` plus each tree's leaf, on `F` features, with `S` scores. Two labels need one score, whose
/// sign is the answer (`inkling_quant::sign`).
///
/// ```
/// use inkling_trees::{Boosting, LEAF, ScalarTree, Split};
/// const LOW: Split = Split { feature: 0, threshold: 4, left: LEAF, right: LEAF | 1 };
/// const HIGH: Split = Split { feature: 0, threshold: 9, left: LEAF, right: LEAF | 1 };
/// const MODEL: Boosting<1, 1> = Boosting::new(
///     [-20],
///     &[
///         ScalarTree { score: 0, root: 0, splits: &[LOW], leaves: &[-30, 15] },
///         ScalarTree { score: 0, root: 0, splits: &[HIGH], leaves: &[-2, 12] },
///     ],
/// );
/// assert_eq!(MODEL.scores(&[3_u8]), [-52]); //  -20 - 30 - 2
/// assert_eq!(MODEL.scores(&[10_u8]), [7]); //   -20 + 15 + 12
/// assert_eq!(inkling_quant::sign(7), 1);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Boosting<'a, const F: usize, const S: usize> {
    base: [i32; S],
    trees: &'a [ScalarTree<'a>],
}

impl<'a, const F: usize, const S: usize> Boosting<'a, F, S> {
    /// Checks tables and sums. In a `const` a wrong model is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(base: [i32; S], trees: &'a [ScalarTree<'a>]) -> Self {
        match Self::try_new(base, trees) {
            Ok(model) => model,
            Err(_) => panic!(
                "boosting: a wrong table, a score that is not there, or a sum that can overflow"
            ),
        }
    }

    /// The same for tables that are read while the program runs.
    ///
    /// # Errors
    ///
    /// As [`check_table`]; [`TableError::Feature`] with the tree's index for a score that is not there;
    /// [`TableError::Overflow`] when a sum could leave an `i32`.
    pub const fn try_new(base: [i32; S], trees: &'a [ScalarTree<'a>]) -> Result<Self, TableError> {
        let mut bound = [0; S];
        let mut i = 0;
        while i < S {
            bound[i] = (base[i] as i64).abs();
            i += 1;
        }
        let mut t = 0;
        while t < trees.len() {
            let tree = &trees[t];
            let score = tree.score as usize;
            if score >= S {
                return Err(TableError::Feature { split: t, feature: score });
            }
            if let Err(error) = check_table(tree.root, tree.splits, tree.leaves.len(), F) {
                return Err(error);
            }
            let mut largest = 0;
            let mut l = 0;
            while l < tree.leaves.len() {
                let size = (tree.leaves[l] as i64).abs();
                if size > largest {
                    largest = size;
                }
                l += 1;
            }
            bound[score] += largest;
            if bound[score] > i32::MAX as i64 {
                return Err(TableError::Overflow);
            }
            t += 1;
        }
        Ok(Self { base, trees })
    }

    /// The scores, `S` of them.
    #[inline]
    #[must_use]
    pub fn scores<T: Copy + Into<i32>>(&self, features: &[T; F]) -> [i32; S] {
        let mut scores = self.base;
        for tree in self.trees {
            scores[tree.score as usize] += tree.leaves[walk(features, tree.root, tree.splits)];
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LEAF;

    const fn leaf(score: u16, leaves: &'static [i32]) -> ScalarTree<'static> {
        ScalarTree { score, root: LEAF, splits: &[], leaves }
    }

    #[test]
    fn each_tree_adds_to_its_score() {
        let trees = [leaf(1, &[5]), leaf(0, &[-3]), leaf(1, &[2])];
        assert_eq!(Boosting::<0, 3>::new([1, 1, 1], &trees).scores::<u8>(&[]), [-2, 8, 1]);
    }

    #[test]
    fn wrong_models() {
        let refused = |trees: &[ScalarTree<'_>]| Boosting::<0, 1>::try_new([1], trees).err();
        assert_eq!(refused(&[leaf(1, &[0])]), Some(TableError::Feature { split: 0, feature: 1 }));
        assert_eq!(refused(&[leaf(0, &[])]), Some(TableError::Child { split: 0, child: LEAF }));
        assert_eq!(refused(&[leaf(0, &[i32::MIN])]), Some(TableError::Overflow));
        assert_eq!(
            refused(&[leaf(0, &[1 << 30]), leaf(0, &[1 << 30])]),
            Some(TableError::Overflow)
        );
    }
}
