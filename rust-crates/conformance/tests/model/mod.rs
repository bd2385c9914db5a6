//! Reads a model file as the words of `inkling-interpreter`, and its vectors.

#![allow(unreachable_pub)]

mod encode;
mod tensor;

use serde_json::Value;
use std::{fs, path::PathBuf};

pub struct Case {
    pub name: String,
    pub words: Vec<i32>,
    pub vectors: Vec<Vector>,
}

pub struct Vector {
    pub input: Vec<u8>,
    pub scores: Vec<i32>,
    pub label: usize,
}

/// Every `NAME.model.json` with its `NAME.vectors.json` in a folder, given from the root of the repository.
pub fn cases(folder: &str) -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let Ok(entries) = fs::read_dir(&folder) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            entry
                .unwrap()
                .file_name()
                .into_string()
                .unwrap()
                .strip_suffix(".model.json")
                .map(str::to_owned)
        })
        .collect();
    names.sort();
    let read = |file: String| -> Value {
        serde_json::from_str(&fs::read_to_string(folder.join(file)).unwrap()).unwrap()
    };
    names
        .into_iter()
        .map(|name| {
            let model = read(format!("{name}.model.json"));
            let vectors = read(format!("{name}.vectors.json"));
            assert_eq!(
                model["sha256"], vectors["model"],
                "{name}: the vectors are of another model"
            );
            Case { words: encode::program(&model), vectors: vectors_of(&vectors), name }
        })
        .collect()
}

fn vectors_of(file: &Value) -> Vec<Vector> {
    let (inputs, scores) = (file["input"].as_array().unwrap(), file["scores"].as_array().unwrap());
    let labels = file["label"].as_array().unwrap();
    inputs
        .iter()
        .zip(scores)
        .zip(labels)
        .map(|((input, scores), label)| Vector {
            input: hex(input.as_str().unwrap()),
            scores: encode::integers(scores),
            label: usize::try_from(label.as_u64().unwrap()).unwrap(),
        })
        .collect()
}

fn hex(text: &str) -> Vec<u8> {
    let digits = text.strip_prefix("0x").unwrap();
    (0..digits.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&digits[i..i + 2], 16).unwrap())
        .collect()
}
