//! The model's test vectors, run natively: the same file that the TypeScript reference wrote.

use lab02_core::{InputError, classify, scores};

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

#[test]
fn equals_the_reference_on_every_vector() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/model.vectors.json");
    let text = std::fs::read_to_string(path).expect("the vectors are there").replace("\r\n", "\n");
    let inputs = rows(&text, "input");
    let expected = rows(&text, "scores");
    let labels: Vec<u8> = numbers(
        text.split_once("\"label\": [").expect("labels").1.trim_end_matches(['}', ']', '\n']),
    );
    assert!(inputs.len() >= 500);
    assert_eq!((inputs.len(), inputs.len()), (expected.len(), labels.len()));
    for ((input, want), label) in inputs.iter().zip(&expected).zip(&labels) {
        let features = bytes(input);
        assert_eq!(
            scores(&features).expect(input).to_vec(),
            numbers::<i32>(want),
            "scores of {input}"
        );
        assert_eq!(classify(&features), Ok(*label), "label of {input}");
    }
}

#[test]
fn refuses_bad_input() {
    assert_eq!(classify(&[]), Err(InputError::WrongLength { actual: 0 }));
    assert_eq!(classify(&[9; 10]), Err(InputError::WrongLength { actual: 10 }));
    let bad = [0, 0, 3, 0, 0, 255, 0, 0, 0];
    assert_eq!(scores(&bad), Err(InputError::OutOfRange { index: 2, value: 3 }));
}
