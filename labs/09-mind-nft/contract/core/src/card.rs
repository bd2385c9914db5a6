//! What a wallet reads of a token: JSON in a `data:` URI, with the picture inside it.

use crate::{Dna, HIDDEN, game::habits, think};
use alloc::vec::Vec;

/// What the portrait is drawn from: the hidden units' sums after a round in which both shared, spread over int8.
pub fn hidden_vector(dna: &Dna) -> [i8; HIDDEN] {
    // Three weights of -8 to 7 add up to -24 to 21, so five times that fits.
    think(dna, crate::SHARED, crate::SHARED).sums.map(|sum| (5 * sum) as i8)
}

/// `data:application/json;base64,...` with the name, the picture and the traits. `name` and `svg` need no escaping: letters,
/// digits, spaces and `#`; and an SVG without a double quote or a backslash.
pub fn token_uri(name: &[u8], dna: &Dna, svg: &[u8]) -> Vec<u8> {
    let mut json = Vec::with_capacity(1024 + svg.len() * 4 / 3);
    json.extend_from_slice(b"{\"name\":\"");
    json.extend_from_slice(name);
    json.extend_from_slice(
        b"\",\"description\":\"A mind of 64 weights that lives in its token.\",",
    );
    json.extend_from_slice(b"\"image\":\"data:image/svg+xml;base64,");
    base64(svg, &mut json);
    json.extend_from_slice(b"\",\"attributes\":[");
    for (trait_type, shares) in TRAITS.iter().zip(habits(dna)) {
        json.extend_from_slice(b"{\"trait_type\":\"");
        json.extend_from_slice(trait_type.as_bytes());
        json.extend_from_slice(b"\",\"value\":\"");
        json.extend_from_slice(if shares { b"shares" } else { b"takes" });
        json.extend_from_slice(b"\"},");
    }
    json.extend_from_slice(b"{\"trait_type\":\"DNA\",\"value\":\"0x");
    for byte in dna {
        json.extend([byte >> 4, byte & 15].map(|digit| match digit {
            0..10 => b'0' + digit,
            _ => b'a' + digit - 10,
        }));
    }
    json.extend_from_slice(b"\"}]}");

    let mut uri = Vec::with_capacity(32 + json.len() * 4 / 3);
    uri.extend_from_slice(b"data:application/json;base64,");
    base64(&json, &mut uri);
    uri
}

/// One a situation, in the order of `SITUATIONS`.
const TRAITS: [&str; 5] = [
    "At first",
    "After both shared",
    "After it was taken from",
    "After it took",
    "After both took",
];

/// RFC 4648, with padding.
fn base64(bytes: &[u8], out: &mut Vec<u8>) {
    let (threes, rest) = bytes.as_chunks::<3>();
    for &[a, b, c] in threes {
        let word = u32::from(a) << 16 | u32::from(b) << 8 | u32::from(c);
        out.extend_from_slice(&[18, 12, 6, 0].map(|shift| letter(word >> shift)));
    }
    match *rest {
        [a] => out.extend_from_slice(&[
            letter(u32::from(a) >> 2),
            letter(u32::from(a) << 4),
            b'=',
            b'=',
        ]),
        [a, b] => {
            let word = u32::from(a) << 8 | u32::from(b);
            out.extend_from_slice(&[
                letter(word >> 10),
                letter(word >> 4),
                letter(word << 2),
                b'=',
            ]);
        }
        _ => {}
    }
}

/// The letter of the lowest six bits.
fn letter(word: u32) -> u8 {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    LETTERS[(word & 63) as usize]
}
