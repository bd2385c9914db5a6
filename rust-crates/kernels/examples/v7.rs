//! The contract of kernel v7: bytes in, one byte with the label out.
#![cfg_attr(target_arch = "wasm32", no_std)]

fn classify(input: &[u8; inkling_kernels::INPUTS]) -> Option<[u8; 1]> {
    inkling_kernels::v7::scores(input).map(inkling_kernels::label)
}

inkling_entry::entry!(classify);
