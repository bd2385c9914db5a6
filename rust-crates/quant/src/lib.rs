#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod argmax;
mod error;
mod relu;
mod requantize;
mod rescale;
mod sample;
mod table;
mod unpack;

pub use argmax::{argmax, sign};
pub use error::{InputError, ParameterError};
pub use relu::relu;
pub use requantize::{PerChannel, Requantize};
pub use rescale::{PureShift, Raw, Rescale};
pub use sample::{Mulberry32, sample_cdf, sample_weights};
pub use table::{Interpolation, Table};
pub use unpack::{Packing, check_length, check_range, unpack_i8, unpack_u4, unpack_u8};
