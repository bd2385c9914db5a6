use crate::TableError;

/// A tree in which every path has `D` splits. Nobody needs to store children: those of split `i` are `2i + 1` and
/// `2i + 2`, the leaf falls out of the arithmetic, and every input costs the same.
///
/// A shallower leaf is written as splits whose both sides end in the same scores, so the tables grow with `2^D`.
///
/// ```
/// use inkling_trees::CompleteTree;
/// // x0 <= 4 ? (x1 <= 1 ? 10 : 20) : (x1 <= 8 ? 30 : 40)
/// const TREE: CompleteTree<2, 2, 1> =
///     CompleteTree::new(&[(0, 4), (1, 1), (1, 8)], &[[10], [20], [30], [40]]);
/// assert_eq!(TREE.scores(&[4_u8, 1]), &[10]);
/// assert_eq!(TREE.scores(&[5_u8, 9]), &[40]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CompleteTree<'a, const D: usize, const F: usize, const S: usize> {
    splits: &'a [(u16, i32)],
    leaves: &'a [[i32; S]],
}

impl<'a, const D: usize, const F: usize, const S: usize> CompleteTree<'a, D, F, S> {
    /// `2^D - 1` splits (feature, threshold) level by level, and `2^D` leaves from left to right. In a `const` a wrong
    /// table is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(splits: &'a [(u16, i32)], leaves: &'a [[i32; S]]) -> Self {
        match Self::try_new(splits, leaves) {
            Ok(tree) => tree,
            Err(_) => panic!("complete tree: 2^D - 1 splits on features below F, and 2^D leaves"),
        }
    }

    /// The same for tables that are read while the program runs.
    ///
    /// # Errors
    ///
    /// [`TableError::Child`] for a wrong number of splits or leaves, [`TableError::Feature`] for a feature that the
    /// input does not have.
    pub const fn try_new(
        splits: &'a [(u16, i32)],
        leaves: &'a [[i32; S]],
    ) -> Result<Self, TableError> {
        if D > 15 || splits.len() + 1 != 1 << D || leaves.len() != 1 << D {
            return Err(TableError::Child { split: splits.len(), child: leaves.len() as u16 });
        }
        let mut i = 0;
        while i < splits.len() {
            if splits[i].0 as usize >= F {
                return Err(TableError::Feature { split: i, feature: splits[i].0 as usize });
            }
            i += 1;
        }
        Ok(Self { splits, leaves })
    }

    /// The scores of the leaf that `features` reaches.
    #[inline]
    #[must_use]
    pub fn scores<T: Copy + Into<i32>>(&self, features: &[T; F]) -> &'a [i32; S] {
        let mut i = 0;
        for _ in 0..D {
            let (feature, threshold) = self.splits[i];
            let value: i32 = features[feature as usize].into();
            i = 2 * i + 1 + usize::from(value > threshold);
        }
        &self.leaves[i + 1 - (1 << D)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LEAF, Split, Tree};
    use inkling_quant::Mulberry32;

    #[test]
    fn the_same_as_with_children() {
        const D: usize = 5;
        let mut random = Mulberry32::new(8);
        for _ in 0..50 {
            let splits: [(u16, i32); 31] =
                core::array::from_fn(|_| (random.below(3) as u16, random.below(40) as i32 - 20));
            let leaves: [[i32; 1]; 32] = core::array::from_fn(|i| [i as i32]);
            let child = |i: usize| if i < 31 { i as u16 } else { LEAF | (i - 31) as u16 };
            let with_children: [Split; 31] = core::array::from_fn(|i| Split {
                feature: splits[i].0,
                threshold: splits[i].1,
                left: child(2 * i + 1),
                right: child(2 * i + 2),
            });
            let tree = Tree::<3, 1>::new(0, &with_children, &leaves);
            let complete = CompleteTree::<D, 3, 1>::new(&splits, &leaves);
            for _ in 0..200 {
                let x: [i32; 3] = core::array::from_fn(|_| random.below(44) as i32 - 22);
                assert_eq!(complete.scores(&x), tree.scores(&x));
            }
        }
    }

    #[test]
    fn wrong_tables() {
        assert_eq!(CompleteTree::<0, 0, 1>::new(&[], &[[5]]).scores::<u8>(&[]), &[5]);
        assert!(CompleteTree::<1, 1, 1>::try_new(&[(0, 0)], &[[1]]).is_err());
        assert!(CompleteTree::<1, 1, 1>::try_new(&[], &[[1], [2]]).is_err());
        assert_eq!(
            CompleteTree::<1, 1, 1>::try_new(&[(1, 0)], &[[1], [2]]).err(),
            Some(TableError::Feature { split: 0, feature: 1 })
        );
    }
}
