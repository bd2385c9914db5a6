use crate::{TableError, Tree};

/// A random forest: scores are `base` plus the sum of the leaves that the trees reach. Sums of integers are exact, so
/// the order of the trees is free.
///
/// ```
/// use inkling_trees::{Forest, LEAF, Split, Tree};
/// const LOW: Split = Split { feature: 0, threshold: 4, left: LEAF, right: LEAF | 1 };
/// const A: Tree<1, 2> = Tree::new(0, &[LOW], &[[5, 1], [0, 6]]);
/// const B: Tree<1, 2> = Tree::new(LEAF, &[], &[[1, 1]]);
/// const FOREST: Forest<1, 2> = Forest::new([0, 10], &[A, B]);
/// assert_eq!(FOREST.scores(&[3_u8]), [6, 12]); // 0 + 5 + 1 and 10 + 1 + 1
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Forest<'a, const F: usize, const S: usize> {
    base: [i32; S],
    trees: &'a [Tree<'a, F, S>],
}

impl<'a, const F: usize, const S: usize> Forest<'a, F, S> {
    /// Checks that no sum can overflow. In a `const` a wrong forest is a compile error.
    ///
    /// # Panics
    ///
    /// Where [`try_new`](Self::try_new) has an error.
    #[must_use]
    pub const fn new(base: [i32; S], trees: &'a [Tree<'a, F, S>]) -> Self {
        match Self::try_new(base, trees) {
            Ok(forest) => forest,
            Err(_) => panic!("forest: the sum of the leaves can overflow 32 bits"),
        }
    }

    /// The same for trees that are read while the program runs.
    ///
    /// # Errors
    ///
    /// [`TableError::Overflow`] when the largest leaf of each tree together could leave an `i32`.
    pub const fn try_new(base: [i32; S], trees: &'a [Tree<'a, F, S>]) -> Result<Self, TableError> {
        let mut score = 0;
        while score < S {
            let mut bound = (base[score] as i64).abs();
            let mut t = 0;
            while t < trees.len() {
                let leaves = trees[t].leaves();
                let mut largest = 0;
                let mut l = 0;
                while l < leaves.len() {
                    let size = (leaves[l][score] as i64).abs();
                    if size > largest {
                        largest = size;
                    }
                    l += 1;
                }
                bound += largest;
                t += 1;
            }
            if bound > i32::MAX as i64 {
                return Err(TableError::Overflow);
            }
            score += 1;
        }
        Ok(Self { base, trees })
    }

    /// One score a label.
    #[inline]
    #[must_use]
    pub fn scores<T: Copy + Into<i32>>(&self, features: &[T; F]) -> [i32; S] {
        let mut scores = self.base;
        for tree in self.trees {
            for (score, leaf) in scores.iter_mut().zip(tree.scores(features)) {
                *score += leaf;
            }
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LEAF;

    #[test]
    fn an_empty_forest_is_its_base() {
        assert_eq!(Forest::<0, 2>::new([3, -4], &[]).scores::<u8>(&[]), [3, -4]);
    }

    #[test]
    fn a_sum_that_can_overflow_is_refused() {
        let big = [[i32::MAX - 5], [i32::MIN + 7]];
        let tree = Tree::<0, 1>::new(LEAF, &[], &big);
        assert!(Forest::new([5], &[tree]).scores::<u8>(&[]) == [i32::MAX]);
        assert_eq!(Forest::try_new([6], &[tree]).err(), Some(TableError::Overflow));
        assert_eq!(Forest::try_new([0], &[tree, tree]).err(), Some(TableError::Overflow));
    }
}
