//! The names and weights that `@inkling/model/names` gives.

use inkling_names::{MAX_LENGTH, SEED, name, weights};
use serde_json::Value;
use std::fs;

fn of(seed: &[u8; SEED]) -> String {
    let mut letters = [0; MAX_LENGTH];
    let length = name(seed, &mut letters);
    String::from_utf8(letters[..length].to_vec()).unwrap()
}

fn golden() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packages/model/test/golden/names.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_names_of_typescript() {
    let golden = golden();
    let seeds = golden["seeds"].as_array().unwrap();
    assert!(seeds.len() >= 500);
    for (seed, wanted) in seeds.iter().zip(golden["names"].as_array().unwrap()) {
        let hex = seed.as_str().unwrap();
        let bytes =
            core::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap());
        assert_eq!(of(&bytes), wanted.as_str().unwrap(), "{hex}");
    }
}

/// FNV-1a over the weights of every context, four bytes each.
#[test]
fn the_weights_of_typescript_after_every_three_letters() {
    let golden = golden();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut contexts = 0;
    for a in 0..27 {
        for b in u8::from(a > 0)..27 {
            for c in u8::from(b > 0)..27 {
                contexts += 1;
                for weight in weights([a, b, c]) {
                    for byte in weight.to_le_bytes() {
                        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
                    }
                }
            }
        }
    }
    assert_eq!(contexts, 18_279);
    assert_eq!(format!("{hash:016x}"), golden["weights"].as_str().unwrap());
}

#[test]
fn extreme_seeds() {
    for byte in [0, 1, 127, 128, 255] {
        let name = of(&[byte; SEED]);
        assert!((2..=MAX_LENGTH).contains(&name.len()), "{name}");
        assert!(name.starts_with(|first: char| first.is_ascii_uppercase()), "{name}");
        assert!(name[1..].bytes().all(|letter| letter.is_ascii_lowercase()), "{name}");
    }
}

#[test]
fn what_is_no_letter_counts_as_none() {
    assert_eq!(weights([0, 200, 5]), weights([0, 0, 5]));
}
