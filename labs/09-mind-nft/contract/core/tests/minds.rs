//! The rules on your own machine: `cargo test -p lab09-core` in `contract/`.

use lab09_core::*;

/// Shares whatever happened: each unit's bias is 1, and the answer hears each with 1.
const KIND: Dna = [
    0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11,
    0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11, 0x00, 0x11,
];

#[test]
fn a_kind_mind_shares_always() {
    assert_eq!(habits(&KIND), [true; 5]);
    assert_eq!(think(&KIND, SHARED, TOOK).score, 16);
}

#[test]
fn a_mind_of_zeros_takes() {
    assert_eq!(habits(&[0; 32]), [false; 5]);
    assert_eq!(play(&KIND, &[0; 32]), [0, 80]);
    assert_eq!(play(&KIND, &KIND), [48, 48]);
}

#[test]
fn every_weight_of_a_child_is_a_parents_but_one() {
    let chance = core::array::from_fn(|i| (37 * i + 11) as u8);
    let born = child(&KIND, &[0xff; 32], &chance);
    let own = (0..WEIGHTS).filter(|&at| ![half(&KIND, at), 15].contains(&half(&born, at))).count();
    assert!(own <= 1);
    assert_eq!(half(&born, usize::from(chance[8]) % WEIGHTS), chance[9] & 15);
}

#[test]
fn a_score_is_from_0_to_100() {
    let (low, high) = ([0x88; 32], [0x77; 32]);
    for (a, b) in [(low, high), (high, low), (KIND, KIND), (low, low)] {
        assert!((0..=100).contains(&score(&a, &b)));
        assert_eq!(score(&a, &b), score(&b, &a));
    }
}

#[test]
fn a_card_is_a_data_uri() {
    let uri = token_uri(b"Ada", &KIND, b"<svg/>");
    assert!(uri.starts_with(b"data:application/json;base64,eyJuYW1lIjoiQWRhIi"));
}
