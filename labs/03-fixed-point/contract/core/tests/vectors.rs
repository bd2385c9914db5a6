//! Your functions beside the crates that a project of your own would use: they have to agree to the bit.
//! `cargo test` in `contract/core` runs this natively.

use inkling_nn::{
    Activation, Dense, Layer,
    quant::{Interpolation, Requantize, Table},
};
use lab03_core::{
    InputError, classify,
    model::{
        BIAS, FEATURE_MAX, INPUT_LENGTH, LOGIT_MAX, LOGIT_MIN, MULTIPLIER, SHIFT, SIGMOID,
        SIGMOID_SHIFT, WEIGHTS,
    },
    requantize, scores, sigmoid,
};

const FACTOR: Requantize = Requantize::new(MULTIPLIER, SHIFT, 0, LOGIT_MIN, LOGIT_MAX);

fn curve() -> Table<'static, i16> {
    Table::new(&SIGMOID, LOGIT_MIN, SIGMOID_SHIFT, Interpolation::Linear)
}

/// The packed inputs and the scores in the file, which has one row a line.
fn vectors() -> Vec<(Vec<u8>, i32)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/model.vectors.json");
    let text = std::fs::read_to_string(path).expect("the vectors are there").replace("\r\n", "\n");
    let list = |field: &str| -> Vec<String> {
        let start = text.find(&format!("\"{field}\": [\n")).expect("field is in the file");
        let end = start + text[start..].find("\n  ]").expect("the list ends");
        text[start..end].lines().skip(1).map(|line| line.trim().to_owned()).collect()
    };
    let inputs = list("input").into_iter().map(|row| {
        let hex = row.trim_matches([',', '"']).trim_start_matches("0x").to_owned();
        (0..hex.len())
            .step_by(2)
            .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hex"))
            .collect()
    });
    let scores = list("scores")
        .into_iter()
        .map(|row| row.trim_end_matches(',').trim_matches(['[', ']']).parse().expect("a score"));
    inputs.zip(scores).collect()
}

#[test]
fn equals_the_reference_and_the_crates_on_every_vector() {
    let layer = Dense::<i8, INPUT_LENGTH, 1, Requantize> {
        weights: [WEIGHTS],
        bias: [BIAS],
        activation: Activation::None,
        rescale: FACTOR,
    };
    let vectors = vectors();
    assert!(vectors.len() >= 500);
    for (input, want) in vectors {
        assert_eq!(scores(&input), Ok([want]), "{input:?}");
        assert_eq!(classify(&input), Ok(u8::from(want > 0)), "{input:?}");
        let features: [u8; INPUT_LENGTH] = input.try_into().expect("nine bytes");
        assert_eq!(curve().apply(layer.forward(&features)[0]), want, "{features:?}");
    }
}

#[test]
fn sigmoid_equals_the_table_everywhere_and_never_falls() {
    let mut before = i32::MIN;
    for logit in LOGIT_MIN..=LOGIT_MAX {
        let value = sigmoid(logit);
        assert_eq!(value, curve().apply(logit), "{logit}");
        assert!(value >= before, "{logit}");
        before = value;
    }
}

#[test]
fn requantize_survives_the_largest_numbers() {
    for sum in [i32::MIN, i32::MIN + 1, -1, 0, 1, i32::MAX] {
        for multiplier in [1, MULTIPLIER, i32::MAX] {
            for shift in [1, 31, 40, 62] {
                let factor = Requantize::new(multiplier, shift, 0, LOGIT_MIN, LOGIT_MAX);
                assert_eq!(requantize(sum, multiplier, shift), factor.apply(sum));
            }
        }
    }
}

#[test]
fn refuses_bad_input() {
    let expected = INPUT_LENGTH;
    assert_eq!(classify(&[]), Err(InputError::WrongLength { expected, actual: 0 }));
    assert_eq!(classify(&[9; 10]), Err(InputError::WrongLength { expected, actual: 10 }));
    let mut input = [0; INPUT_LENGTH];
    input[2] = FEATURE_MAX[2] as u8 + 1;
    input[5] = 255;
    assert_eq!(scores(&input), Err(InputError::OutOfRange { index: 2, value: 128 }));
}
