//! Every kernel on the nets' test vectors, natively: the same files that the TypeScript reference wrote.

use lab06_core::{INPUTS, OUTPUTS, golf, naive, v1, v2, v3, v4, v5, v6};

type Scores = fn(&[u8; INPUTS]) -> Option<[i32; OUTPUTS]>;

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

fn image(row: &str) -> [u8; INPUTS] {
    let hex = row.trim_matches('"').trim_start_matches("0x");
    core::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("hex"))
}

fn equals_the_reference(file: &str, scores: Scores) {
    let path = format!("{}/../../data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the vectors are there").replace("\r\n", "\n");
    let (inputs, expected) = (rows(&text, "input"), rows(&text, "scores"));
    assert!(inputs.len() >= 500 && inputs.len() == expected.len());
    for (input, want) in inputs.iter().zip(&expected) {
        let want: Vec<i32> =
            want.trim_matches(['[', ']']).split(',').map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(scores(&image(input)).expect(input).to_vec(), want, "scores of {input}");
    }
}

#[test]
fn naive() {
    equals_the_reference("model.vectors.json", naive::scores);
}

#[test]
fn v1_static_arrays() {
    equals_the_reference("model.vectors.json", v1::scores);
}

#[test]
fn v2_const_stores() {
    equals_the_reference("model.vectors.json", v2::scores);
}

#[test]
fn v3_unrolled() {
    equals_the_reference("model.vectors.json", v3::scores);
}

#[test]
fn v4_lanes() {
    equals_the_reference("model.vectors.json", v4::scores);
}

#[test]
fn v5_winograd() {
    equals_the_reference("model.vectors.json", v5::scores);
}

#[test]
fn v6_sparse() {
    equals_the_reference("sparse.vectors.json", v6::scores);
}

#[test]
fn a_pixel_that_is_too_large_is_refused() {
    let kernels: [Scores; 7] =
        [naive::scores, v1::scores, v2::scores, v3::scores, v4::scores, v5::scores, v6::scores];
    for pixel in 0..INPUTS {
        for value in [17, 127, 128, 255] {
            let mut bad = [16; INPUTS];
            bad[pixel] = value;
            for scores in kernels {
                assert_eq!(scores(&bad), None, "{value} at {pixel}");
            }
            assert_eq!(golf::label(&bad), None, "{value} at {pixel}");
        }
    }
}
