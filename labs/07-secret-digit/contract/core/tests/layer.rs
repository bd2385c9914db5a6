//! One layer, run from its bytes, by hand.

use lab07_core::layer::{MOST, highest, run_layer};

/// Two outputs of three inputs: weights 1, -2, 3 and -1, 0, 127; biases 10 and -5.
fn layer(shift: u8, top: u8) -> Vec<u8> {
    let mut bytes = vec![2, 0, 3, 0, shift, top, 1, 0xfe, 3, 0xff, 0, 127];
    for bias in [10_i32, -5] {
        bytes.extend(bias.to_le_bytes());
    }
    bytes
}

#[test]
fn sums_without_a_shift() {
    let mut out = [0; MOST];
    assert_eq!(run_layer(&layer(0, 0), &[1, 2, 3], &mut out), Some(8));
    let sums: Vec<_> =
        out[..8].chunks(4).map(|four| i32::from_le_bytes(four.try_into().unwrap())).collect();
    assert_eq!(sums, [10 + 1 - 4 + 9, -5 - 1 + 381]);
}

#[test]
fn shifts_half_up_and_clamps() {
    let mut out = [0; MOST];
    assert_eq!(run_layer(&layer(2, 90), &[1, 2, 3], &mut out), Some(2));
    // 16 / 4 = 4; 375 / 4 = 93.75, held to 90.
    assert_eq!(out[..2], [4, 90]);
    assert_eq!(run_layer(&layer(2, 90), &[0, 9, 0], &mut out), Some(2));
    // (10 - 18) / 4 = -2 and -5 / 4: below 0 is 0.
    assert_eq!(out[..2], [0, 0]);
}

#[test]
fn bytes_that_are_no_layer_give_nothing() {
    let mut out = [0; MOST];
    let good = layer(2, 90);
    for length in 0..good.len() {
        assert_eq!(run_layer(&good[..length], &[1, 2, 3], &mut out), None, "{length} bytes");
    }
    assert_eq!(run_layer(&[good.clone(), vec![0]].concat(), &[1, 2, 3], &mut out), None);
    assert_eq!(run_layer(&good, &[1, 2], &mut out), None);
    assert_eq!(run_layer(&[0xff; 70_000], &[1; 0xffff], &mut out), None);
}

#[test]
fn the_first_of_equal_scores_is_the_highest() {
    let bytes =
        |scores: &[i32]| -> Vec<u8> { scores.iter().flat_map(|s| s.to_le_bytes()).collect() };
    assert_eq!(highest(&bytes(&[3, 9, 9, 2])), 1);
    assert_eq!(highest(&bytes(&[-3, -9])), 0);
    assert_eq!(highest(&bytes(&[i32::MIN, i32::MIN])), 0);
    assert_eq!(highest(&[]), 0);
}
