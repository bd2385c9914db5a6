//! The names and weights that `@inkling/model/names/attention` gives.

use inkling_names::{MAX_LENGTH, attention};
use serde_json::Value;
use std::fs;

fn golden(name: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packages/model/test/golden");
    serde_json::from_str(&fs::read_to_string(format!("{folder}/{name}.json")).unwrap()).unwrap()
}

#[test]
fn the_names_of_typescript() {
    let (seeds, golden) = (golden("names"), golden("names-attention"));
    let (seeds, names) = (seeds["seeds"].as_array().unwrap(), golden["names"].as_array().unwrap());
    assert!(names.len() >= 500);
    assert_eq!(seeds.len(), names.len());
    for (seed, wanted) in seeds.iter().zip(names) {
        let hex = seed.as_str().unwrap();
        let bytes =
            core::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap());
        let mut letters = [0; MAX_LENGTH];
        let length = attention::name(&bytes, &mut letters);
        assert_eq!(str::from_utf8(&letters[..length]).unwrap(), wanted.as_str().unwrap(), "{hex}");
    }
}

/// FNV-1a over the weights after every context, four bytes each.
#[test]
fn the_weights_of_typescript() {
    let golden = golden("names-attention");
    let contexts = golden["contexts"].as_array().unwrap();
    assert!(contexts.len() >= 500);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for context in contexts {
        let letters: Vec<u8> =
            context.as_str().unwrap().bytes().map(|byte| byte - b'a' + 1).collect();
        for weight in attention::weights(&letters).unwrap() {
            for byte in weight.to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    assert_eq!(format!("{hash:016x}"), golden["weights"].as_str().unwrap());
}

#[test]
fn what_is_no_name_so_far_has_no_weights() {
    assert!(attention::weights(&[]).is_some());
    assert!(attention::weights(&[26; MAX_LENGTH - 1]).is_some());
    assert!(attention::weights(&[26; MAX_LENGTH]).is_none());
    for bad in [0, 27, 255] {
        assert!(attention::weights(&[1, bad]).is_none());
    }
}
