#![doc = include_str!("../README.md")]

mod bytes;
mod error;
mod json;
mod prove;
mod r1cs;
mod reduction;
mod sections;
mod subgroup;
mod verify;
mod wtns;
mod zkey;

pub use bytes::{
    PROOF_BYTES, decode_proof, decode_signals, decode_verifying_key, encode_proof, encode_signals,
    encode_verifying_key,
};
pub use error::Error;
pub use json::{proof_to_json, signals_to_json};
pub use prove::prove;
pub use r1cs::{R1cs, Row, read_r1cs};
pub use reduction::CosetReduction;
pub use verify::verify;
pub use wtns::read_wtns;
pub use zkey::{Key, read_zkey};
