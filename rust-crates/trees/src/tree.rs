use crate::TableError;

/// Set in a child that is a leaf; the other bits are the leaf's index.
pub const LEAF: u16 = 0x8000;

/// Goes left when `x[feature] <= threshold`, else right. Children are indices of splits, or `LEAF | index`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// Index of the value that is compared.
    pub feature: u16,
    /// The largest value that goes left.
    pub threshold: i32,
    /// Child for values up to the threshold.
    pub left: u16,
    /// Child for larger values.
    pub right: u16,
}

/// Whether every walk from `root` ends at one of `leaves` leaves and reads only `features` values.
///
/// # Errors
///
/// The first fault: a feature or child that is not there, or a split before its parent.
pub const fn check_table(
    root: u16,
    splits: &[Split],
    leaves: usize,
    features: usize,
) -> Result<(), TableError> {
    if let Err(error) = check_child(splits.len(), root, splits.len(), leaves, false) {
        return Err(error);
    }
    let mut i = 0;
    while i < splits.len() {
        let split = &splits[i];
        if split.feature as usize >= features {
            return Err(TableError::Feature { split: i, feature: split.feature as usize });
        }
        if let Err(error) = check_child(i, split.left, splits.len(), leaves, true) {
            return Err(error);
        }
        if let Err(error) = check_child(i, split.right, splits.len(), leaves, true) {
            return Err(error);
        }
        i += 1;
    }
    Ok(())
}

const fn check_child(
    split: usize,
    child: u16,
    splits: usize,
    leaves: usize,
    later: bool,
) -> Result<(), TableError> {
    if child & LEAF != 0 {
        return if ((child & !LEAF) as usize) < leaves {
            Ok(())
        } else {
            Err(TableError::Child { split, child })
        };
    }
    if child as usize >= splits {
        return Err(TableError::Child { split, child });
    }
    if later && child as usize <= split {
        return Err(TableError::Order { split, child });
    }
    Ok(())
}

/// Index of the leaf that `features` reaches.
///
/// # Panics
///
/// On a table that [`check_table`] refuses (or it goes round for ever).
#[inline]
#[must_use]
pub fn walk<T: Copy + Into<i32>>(features: &[T], root: u16, splits: &[Split]) -> usize {
    let mut node = root;
    while node & LEAF == 0 {
        let split = &splits[node as usize];
        let value: i32 = features[split.feature as usize].into();
        node = if value <= split.threshold { split.left } else { split.right };
    }
    (node & !LEAF) as usize
}

/// A decision tree over `F` features with `S` scores a leaf, as two tables.
///
/// ```
/// use inkling_trees::{LEAF, Split, Tree};
/// // x0 <= 0 ?  yes: [9, 1]   no: x1 <= 1 ?  yes: [2, 2]   no: [0, 7]
/// const TREE: Tree<2, 2> = Tree::new(
///     0,
///     &[
///         Split { feature: 0, threshold: 0, left: LEAF, right: 1 },
///         Split { feature: 1, threshold: 1, left: LEAF | 1, right: LEAF | 2 },
///     ],
///     &[[9, 1], [2, 2], [0, 7]],
/// );
/// assert_eq!(TREE.scores(&[0_u8, 2]), &[9, 1]);
/// assert_eq!(TREE.scores(&[1_u8, 2]), &[0, 7]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tree<'a, const F: usize, const S: usize> {
    root: u16,
    splits: &'a [Split],
    leaves: &'a [[i32; S]],
}

impl<'a, const F: usize, const S: usize> Tree<'a, F, S> {
    /// Checks the tables. In a `const` a wrong one is a compile error. `root` is 0, or `LEAF` for a tree of one leaf.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(root: u16, splits: &'a [Split], leaves: &'a [[i32; S]]) -> Self {
        match Self::try_new(root, splits, leaves) {
            Ok(tree) => tree,
            Err(_) => {
                panic!("tree: a feature or child is not there, or a child comes before its parent")
            }
        }
    }

    /// The same for tables that are read while the program runs.
    ///
    /// # Errors
    ///
    /// As [`check_table`].
    pub const fn try_new(
        root: u16,
        splits: &'a [Split],
        leaves: &'a [[i32; S]],
    ) -> Result<Self, TableError> {
        match check_table(root, splits, leaves.len(), F) {
            Ok(()) => Ok(Self { root, splits, leaves }),
            Err(error) => Err(error),
        }
    }

    /// The scores of the leaf that `features` reaches.
    #[inline]
    #[must_use]
    pub fn scores<T: Copy + Into<i32>>(&self, features: &[T; F]) -> &'a [i32; S] {
        &self.leaves[walk(features, self.root, self.splits)]
    }

    pub(crate) const fn leaves(&self) -> &'a [[i32; S]] {
        self.leaves
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn a_tree_of_one_leaf() {
        const ONE: Tree<0, 1> = Tree::new(LEAF, &[], &[[7]]);
        assert_eq!(ONE.scores::<u8>(&[]), &[7]);
    }

    #[test]
    fn a_threshold_itself_goes_left() {
        const TREE: Tree<1, 1> = Tree::new(
            0,
            &[Split { feature: 0, threshold: -3, left: LEAF, right: LEAF | 1 }],
            &[[0], [1]],
        );
        let got: [i32; 3] = [-4, -3, -2].map(|x: i32| TREE.scores(&[x])[0]);
        assert_eq!(got, [0, 0, 1]);
    }

    #[test]
    fn wrong_tables() {
        let split = |feature, left, right| Split { feature, threshold: 0, left, right };
        let check = |root, splits: &[Split]| Tree::<2, 1>::try_new(root, splits, &[[0], [1]]).err();
        assert_eq!(check(0, &[split(1, LEAF, LEAF | 1)]), None);
        assert_eq!(
            check(0, &[split(2, LEAF, LEAF)]),
            Some(TableError::Feature { split: 0, feature: 2 })
        );
        assert_eq!(
            check(0, &[split(0, LEAF | 2, LEAF)]),
            Some(TableError::Child { split: 0, child: LEAF | 2 })
        );
        assert_eq!(check(0, &[split(0, LEAF, 1)]), Some(TableError::Child { split: 0, child: 1 }));
        assert_eq!(check(0, &[split(0, LEAF, 0)]), Some(TableError::Order { split: 0, child: 0 }));
        assert_eq!(
            check(1, &[split(0, LEAF, LEAF)]),
            Some(TableError::Child { split: 1, child: 1 })
        );
        assert_eq!(check(0, &[]), Some(TableError::Child { split: 0, child: 0 }));
    }

    #[test]
    fn the_example_is_the_same_as_branches() {
        for x in example::inputs() {
            assert_eq!(example::TREE.scores(&x), &example::branches(&x), "{x:?}");
        }
    }
}
