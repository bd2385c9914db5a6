//! The same operators on slices, for shapes that are known only when the program runs: an interpreter of model files.
//! A wrong shape is a [`ShapeError`], never a panic.

mod conv2d;
mod dense;
mod error;
mod max_pool2d;
mod window;

pub use conv2d::conv2d;
pub use dense::dense;
pub use error::ShapeError;
pub use max_pool2d::max_pool2d;
pub use window::Window;
