//! Every model gives the scores and labels of its vectors, which the TypeScript reference wrote.

mod model;

use inkling_interpreter::{Program, ProgramError};
use inkling_quant::{InputError, Mulberry32};
use model::{Case, cases};

/// Random models of every kind, layer and packing, and those that were trained.
fn all() -> Vec<Case> {
    let mut all = cases("rust-crates/conformance/models");
    assert!(!all.is_empty(), "no models: npm run bench:kernels -- --generate");
    all.extend(cases("packages/model/models"));
    all
}

#[test]
fn every_model_on_every_vector() {
    for Case { name, words, vectors } in all() {
        let program = Program::new(&words).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(vectors.len() >= 500, "{name} has {} vectors", vectors.len());
        for (i, vector) in vectors.iter().enumerate() {
            let got =
                program.run(&vector.input).unwrap_or_else(|error| panic!("{name} {i}: {error}"));
            assert_eq!(got.scores(), vector.scores, "{name}, vector {i}");
            assert_eq!(got.label, vector.label, "{name}, vector {i}");
        }
    }
}

#[test]
fn another_length_is_an_error() {
    for Case { name, words, vectors } in all() {
        let program = Program::new(&words).unwrap();
        let input = &vectors[0].input;
        let expected = input.len();
        let longer: Vec<u8> = input.iter().copied().chain([0]).collect();
        for wrong in [&input[1..], &longer, &[][..]] {
            let error = InputError::WrongLength { expected, actual: wrong.len() };
            assert_eq!(program.run(wrong).err(), Some(ProgramError::Input(error)), "{name}");
        }
    }
}

#[test]
fn a_program_cut_short_is_an_error() {
    for Case { name, words, vectors } in all() {
        let mut random = Mulberry32::new(21);
        for _ in 0..50 {
            let cut = &words[..random.below(words.len() as u32) as usize];
            let result = Program::new(cut).and_then(|program| program.run(&vectors[0].input));
            assert!(result.is_err(), "{name} runs on {} of {} words", cut.len(), words.len());
        }
    }
}

#[test]
fn words_that_are_no_program_are_an_error_or_an_answer_but_no_panic() {
    for Case { words, vectors, .. } in all() {
        let mut random = Mulberry32::new(22);
        // The head and the shapes; a changed weight may overflow, which a debug build reports by a panic.
        let shapes = 3 + 2 * words[2] as usize;
        for _ in 0..200 {
            let mut wrong = words.clone();
            let at = if random.below(2) == 0 {
                random.below(3) as usize
            } else {
                shapes + random.below(8) as usize
            };
            wrong[at] = random.next_u32() as i32 >> random.below(32);
            if let Ok(program) = Program::new(&wrong) {
                let _ = program.run(&vectors[0].input);
            }
        }
    }
}
