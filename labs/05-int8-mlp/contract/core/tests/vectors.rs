//! The models' test vectors, run natively: the same files that the TypeScript reference wrote.

use lab05_core::{
    InputError, Net, argmax,
    model::{LARGE, SMALL},
    requantize, scores,
};

/// The lines of one list in the file, which has one row a line.
fn rows<'a>(text: &'a str, field: &str) -> Vec<&'a str> {
    let start = text.find(&format!("\"{field}\": [")).expect("field is in the file");
    let list = text[start..].split_once('[').expect("a list follows").1;
    let end = list.find("\n  ]").expect("the list ends");
    list[..end]
        .lines()
        .map(|line| line.trim().trim_end_matches(','))
        .filter(|line| !line.is_empty())
        .collect()
}

fn numbers<T: std::str::FromStr>(row: &str) -> Vec<T> {
    row.trim_matches(['[', ']']).split(',').filter_map(|cell| cell.trim().parse().ok()).collect()
}

fn bytes(row: &str) -> Vec<u8> {
    let hex = row.trim_matches('"').trim_start_matches("0x");
    (0..hex.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hex"))
        .collect()
}

fn equals_the_reference<const I: usize, const H: usize>(net: &Net<I, H>, file: &str) {
    let path = format!("{}/../../data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the vectors are there").replace("\r\n", "\n");
    let inputs = rows(&text, "input");
    let expected = rows(&text, "scores");
    let labels: Vec<usize> = numbers(
        text.split_once("\"label\": [").expect("labels").1.trim_end_matches(['}', ']', '\n']),
    );
    assert!(inputs.len() >= 500);
    assert_eq!((inputs.len(), inputs.len()), (expected.len(), labels.len()));
    for ((input, want), label) in inputs.iter().zip(&expected).zip(&labels) {
        let got = scores(net, &bytes(input)).expect(input);
        assert_eq!(got.to_vec(), numbers::<i32>(want), "scores of {input}");
        assert_eq!(argmax(&got), *label, "label of {input}");
    }
}

#[test]
fn both_nets_equal_the_reference_on_every_vector() {
    equals_the_reference(&SMALL, "model-8x8.vectors.json");
    equals_the_reference(&LARGE, "model-14x14.vectors.json");
}

#[test]
fn requantize_equals_the_crate() {
    for (acc, multiplier, shift) in
        [(5, 1, 1), (-5, 1, 1), (12_345, 1_374_389_535, 42), (-1873, 1_288_490_189, 38)]
    {
        let rule = inkling_quant::Requantize::new(multiplier, shift.into(), 0, i32::MIN, i32::MAX);
        assert_eq!(requantize(acc, multiplier, shift), i64::from(rule.apply(acc)));
    }
}

#[test]
fn refuses_bad_input() {
    assert_eq!(scores(&LARGE, &[]), Err(InputError::WrongLength { expected: 196, actual: 0 }));
    assert_eq!(scores(&SMALL, &[0; 65]), Err(InputError::WrongLength { expected: 64, actual: 65 }));
    let mut bad = [16; 64];
    bad[9] = 17;
    assert_eq!(scores(&SMALL, &bad), Err(InputError::OutOfRange { index: 9, value: 17 }));
}
