//! The example tree as a table of 4 bytes a split.
#![allow(clippy::unnecessary_wraps, clippy::trivially_copy_pass_by_ref)]
#![cfg_attr(target_arch = "wasm32", no_std)]

use inkling_quant::argmax;
use inkling_trees::{CompactTree, example, pack_split};

static SPLITS: [u32; 4] = {
    let mut words = [0; 4];
    let mut i = 0;
    while i < 4 {
        words[i] = pack_split(example::SPLITS[i]);
        i += 1;
    }
    words
};
const COMPACT: CompactTree<4, 3> = CompactTree::new(&SPLITS, &example::LEAVES);

fn classify(input: &[u8; 4]) -> Option<[u8; 1]> {
    Some([argmax(COMPACT.scores(input)) as u8])
}

inkling_entry::entry!(classify);
