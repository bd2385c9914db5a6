#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod activation;
mod conv2d;
mod dense;
mod layer;
mod map;
mod maxpool2d;
pub mod slices;

pub use activation::Activation;
pub use conv2d::Conv2d;
pub use dense::Dense;
pub use inkling_quant as quant;
pub use layer::{Flatten, Layer, Then};
pub use map::Map;
pub use maxpool2d::MaxPool2d;
