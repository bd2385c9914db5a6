#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod boosting;
mod compact;
mod complete;
mod error;
pub mod example;
mod forest;
mod tree;

pub use boosting::{Boosting, ScalarTree};
pub use compact::{CompactTree, pack_split};
pub use complete::CompleteTree;
pub use error::TableError;
pub use forest::Forest;
pub use tree::{LEAF, Split, Tree, check_table, walk};
