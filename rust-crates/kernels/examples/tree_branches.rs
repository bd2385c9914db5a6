//! The example tree as branches in the code.
#![allow(clippy::unnecessary_wraps, clippy::trivially_copy_pass_by_ref)]
#![cfg_attr(target_arch = "wasm32", no_std)]

use inkling_quant::argmax;
use inkling_trees::example;

fn classify(input: &[u8; 4]) -> Option<[u8; 1]> {
    Some([argmax(&example::branches(input)) as u8])
}

inkling_entry::entry!(classify);
