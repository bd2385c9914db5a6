use core::fmt;

/// A node table that no walk may be started on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// A split reads a feature that the input does not have.
    Feature {
        /// Index of the split.
        split: usize,
        /// The feature it names.
        feature: usize,
    },
    /// A child is no split or leaf of the table.
    Child {
        /// Index of the split; the number of splits when it is the root that is wrong.
        split: usize,
        /// The child as it stands in the table.
        child: u16,
    },
    /// A child that is a split comes before its parent: a walk could go round for ever.
    Order {
        /// Index of the split.
        split: usize,
        /// The child as it stands in the table.
        child: u16,
    },
    /// The leaves' sums can leave an `i32`.
    Overflow,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Feature { split, feature } => {
                write!(f, "split {split} reads feature {feature}, which the input does not have")
            }
            Self::Child { split, child } => {
                write!(f, "split {split} has a child {child} that is not there")
            }
            Self::Order { split, child } => {
                write!(f, "split {split} has a child {child} that comes before it")
            }
            Self::Overflow => write!(f, "the sum of the leaves can overflow 32 bits"),
        }
    }
}

impl core::error::Error for TableError {}
