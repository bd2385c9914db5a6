//! The test vectors, run natively, and the layer written by hand against the one of the crate.

use inkling_nn::{Activation, Dense, Layer, quant::Requantize};
use lab04_core::{
    InputError, best_move, check_move, classify,
    game::{Game, MoveError, O, X},
    hidden,
    model::{HIDDEN_BIAS, HIDDEN_MAX, HIDDEN_SHIFT, HIDDEN_WEIGHTS},
    scores,
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

#[test]
fn equals_the_reference_and_the_crate_on_every_vector() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/model.vectors.json");
    let text = std::fs::read_to_string(path).expect("the vectors are there").replace("\r\n", "\n");
    let inputs = rows(&text, "input");
    let expected = rows(&text, "scores");
    let labels: Vec<u8> = numbers(
        text.split_once("\"label\": [").expect("labels").1.trim_end_matches(['}', ']', '\n']),
    );
    assert!(inputs.len() >= 500);
    assert_eq!((inputs.len(), inputs.len()), (expected.len(), labels.len()));
    let layer = Dense {
        weights: HIDDEN_WEIGHTS,
        bias: HIDDEN_BIAS,
        activation: Activation::Relu,
        rescale: Requantize::new(1, HIDDEN_SHIFT, 0, 0, HIDDEN_MAX),
    };
    for ((input, want), label) in inputs.iter().zip(&expected).zip(&labels) {
        let values = bytes(input);
        assert_eq!(scores(&values).expect(input).to_vec(), numbers::<i32>(want), "{input}");
        assert_eq!(classify(&values), Ok(*label), "label of {input}");
        let input: [u8; 18] = values.try_into().expect("18 bytes");
        assert_eq!(hidden(&input).map(i32::from), layer.forward(&input));
    }
}

#[test]
fn refuses_bad_input() {
    assert_eq!(classify(&[0; 17]), Err(InputError::WrongLength { expected: 18, actual: 17 }));
    let mut input = [0; 18];
    input[4] = 2;
    assert_eq!(scores(&input), Err(InputError::OutOfRange { index: 4, value: 2 }));
    assert_eq!(best_move(&[1; 18]), Ok(None));
}

#[test]
fn the_first_reason_is_the_error() {
    let mut game = Game::NEW;
    assert_eq!(check_move(&game, O, 99), Err(MoveError::WrongTurn));
    assert_eq!(check_move(&game, X, 9), Err(MoveError::OutOfRange { cell: 9 }));
    for cell in [0, 3, 1, 4, 2] {
        assert_eq!(check_move(&game, game.turn(), cell), Ok(()));
        game.mark(cell);
        assert_eq!(Game::from_bits(game.bits()), game);
    }
    assert_eq!(game.winner(), X);
    assert_eq!(check_move(&game, O, 0), Err(MoveError::GameOver));
}
