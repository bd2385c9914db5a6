//! What goes on chain: `classify(bytes)`, with the kernel that `golf.rs` names. Anything but an image reverts.

use crate::abi::{SELECTOR, WORD, bytes};
use lab06_core::{INPUTS, golf};

/// Selector of `classify(bytes)`.
const CLASSIFY: [u8; SELECTOR] = [0x9f, 0x90, 0x3b, 0xca];

/// Selector, offset, length, image: with another number of pixels a call has another length, and reverts.
const CALL: usize = SELECTOR + 2 * WORD + INPUTS;

fn classify(call: &[u8; CALL]) -> Option<[u8; WORD]> {
    if call.first_chunk() != Some(&CLASSIFY) {
        return None;
    }
    let mut answer = [0; WORD];
    answer[WORD - 1] = golf::label(bytes(call, 0)?.first_chunk()?)?;
    Some(answer)
}

inkling_entry::entry!(classify);
