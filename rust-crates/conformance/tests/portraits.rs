//! The bytes that `@inkling/model/portrait` writes, and what every picture promises.

use inkling_portrait::{HIDDEN, MAX_BYTES, portrait};
use serde_json::Value;
use std::fs;

fn draw(hidden: &[i8; HIDDEN]) -> String {
    let mut bytes = [0; MAX_BYTES];
    let length = portrait(hidden, &mut bytes);
    String::from_utf8(bytes[..length].to_vec()).unwrap()
}

fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn vector(hex: &str) -> [i8; HIDDEN] {
    core::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap() as i8)
}

#[test]
fn the_bytes_of_typescript() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../packages/model/test/golden/portrait.json");
    let golden: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let strings = |name: &str| -> Vec<String> {
        golden[name].as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
    };
    let hidden = strings("hidden");
    assert!(hidden.len() >= 500);
    for (hex, svg) in hidden.iter().zip(strings("svg")) {
        assert_eq!(draw(&vector(hex)), svg, "{hex}");
    }
    for (hex, hash) in hidden.iter().zip(strings("fnv1a")) {
        assert_eq!(format!("{:016x}", fnv1a(&draw(&vector(hex)))), hash, "{hex}");
    }
}

#[test]
fn every_value_alone_and_all_at_their_ends() {
    let mut longest = 0;
    for i in 0..HIDDEN {
        for value in i8::MIN..=i8::MAX {
            for rest in [i8::MIN, 0, i8::MAX] {
                let mut hidden = [rest; HIDDEN];
                hidden[i] = value;
                let svg = draw(&hidden);
                assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
                assert!(
                    svg.bytes().all(|b| (b' '..=b'~').contains(&b) && !b"\"#%&\\".contains(&b))
                );
                assert!(!svg.contains("'-") && !svg.contains(" -"), "a negative number: {svg}");
                longest = longest.max(svg.len());
            }
        }
    }
    assert!(longest <= 1400, "{longest}");
}
