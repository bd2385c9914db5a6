//! A net as bytes: what a data contract holds. Nothing here is for you to change.
//!
//! The bytes begin with the number of layers and the largest pixel, a byte each. Then the layers, as lab 7 hashes them:
//! outputs and inputs (two bytes each), shift and top (a byte each; 0 and 0 for the last), weights row by row as int8,
//! biases as int32. Numbers are little-endian.

use crate::{Refused, Word};
use alloc::{vec, vec::Vec};
use inkling_quant::{InputError, check_length};

/// Values that a layer takes at most, and the largest shift: with these and the limit of a bias no sum overflows.
const MOST: usize = 1024;
const MOST_SHIFT: u8 = 24;
const MOST_BIAS: u32 = 1 << 29;

struct Layer<'a> {
    inputs: usize,
    outputs: usize,
    shift: u8,
    top: u8,
    weights: &'a [u8],
    biases: &'a [u8],
}

/// Takes one layer off the front; `None` when the bytes end before it does.
fn layer<'a>(bytes: &mut &'a [u8]) -> Option<Layer<'a>> {
    let (head, rest) = bytes.split_first_chunk::<6>()?;
    let [outputs, inputs] =
        [0, 2].map(|at| usize::from(u16::from_le_bytes([head[at], head[at + 1]])));
    let (weights, rest) = rest.split_at_checked(outputs * inputs)?;
    let (biases, rest) = rest.split_at_checked(4 * outputs)?;
    *bytes = rest;
    Some(Layer { inputs, outputs, shift: head[4], top: head[5], weights, biases })
}

/// What a caller has to know of a net: inputs and outputs (two bytes each, big-endian) and the largest pixel, at the
/// front of a word. `Malformed` unless the bytes are a net from the first to the last.
pub fn schema(bytes: &[u8]) -> Result<Word, Refused> {
    read_schema(bytes).ok_or(Refused::Malformed)
}

fn read_schema(bytes: &[u8]) -> Option<Word> {
    let (&[count, pixel_max], mut rest) = bytes.split_first_chunk::<2>()?;
    let (mut inputs, mut width) = (0, 0);
    for index in 0..count {
        let layer = layer(&mut rest)?;
        let last = index + 1 == count;
        let fits = (1..=MOST).contains(&layer.inputs) && (1..=MOST).contains(&layer.outputs);
        let rounds = if last { layer.shift == 0 } else { (1..=MOST_SHIFT).contains(&layer.shift) };
        let small = biases(&layer).all(|bias| bias.unsigned_abs() <= MOST_BIAS);
        if !fits || !rounds || !small || (index > 0 && layer.inputs != width) {
            return None;
        }
        if index == 0 {
            inputs = layer.inputs;
        }
        width = layer.outputs;
    }
    if count == 0 || !rest.is_empty() || width > 256 {
        return None;
    }
    let mut word = [0; 32];
    word[..2].copy_from_slice(&(inputs as u16).to_be_bytes());
    word[2..4].copy_from_slice(&(width as u16).to_be_bytes());
    word[4] = pixel_max;
    Some(word)
}

fn biases(layer: &Layer<'_>) -> impl Iterator<Item = i32> {
    layer.biases.as_chunks::<4>().0.iter().map(|bias| i32::from_le_bytes(*bias))
}

/// Whether an input is one that a net of this schema takes: a byte a pixel, none above the largest.
pub fn check_input(schema: &Word, input: &[u8]) -> Result<(), InputError> {
    check_length(input, usize::from(u16::from_be_bytes([schema[0], schema[1]])))?;
    match input.iter().position(|&pixel| pixel > schema[4]) {
        Some(index) => Err(InputError::OutOfRange { index, value: i32::from(input[index]) }),
        None => Ok(()),
    }
}

/// The scores of a net whose bytes are well-formed, for an input that was checked; nothing for bytes that are not.
pub fn scores(bytes: &[u8], input: &[u8]) -> Vec<i32> {
    let (count, mut rest) = (bytes.first().copied().unwrap_or(0), bytes.get(2..).unwrap_or(&[]));
    let mut values = input.to_vec();
    for _ in 0..count {
        let Some(layer) = layer(&mut rest) else { break };
        let sums = sums(&layer, &values);
        if layer.shift == 0 {
            return sums;
        }
        let (half, top) = (1 << (layer.shift - 1), i32::from(layer.top));
        values.clear();
        values.extend(sums.iter().map(|sum| ((sum + half) >> layer.shift).clamp(0, top) as u8));
    }
    vec![]
}

fn sums(layer: &Layer<'_>, values: &[u8]) -> Vec<i32> {
    let rows = layer.weights.chunks_exact(layer.inputs.max(1));
    let row_sum = |(row, bias): (&[u8], i32)| {
        row.iter()
            .zip(values)
            .fold(bias, |sum, (&weight, &value)| sum + i32::from(weight as i8) * i32::from(value))
    };
    rows.zip(biases(layer)).map(row_sum).collect()
}
