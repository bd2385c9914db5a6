use crate::{MAX_SCORES, MAX_VALUES, ProgramError, reader::Reader, scale::Scale};
use inkling_nn::{
    Activation,
    slices::{Window, conv2d, dense, max_pool2d},
};
use inkling_quant::{Interpolation, Table};

/// Runs the layers on `values[..count]`; writes the scores and says how many there are.
pub(crate) fn run(
    mut reader: Reader<'_>,
    values: &mut [i32; MAX_VALUES],
    mut count: usize,
    scores: &mut [i32; MAX_SCORES],
) -> Result<usize, ProgramError> {
    let mut next = [0; MAX_VALUES];
    for _ in 0..reader.count(MAX_SCORES)? {
        count = layer(&mut reader, &values[..count], &mut next)?;
        values[..count].copy_from_slice(&next[..count]);
    }
    scores
        .get_mut(..count)
        .ok_or(ProgramError::Unknown(count as i32))?
        .copy_from_slice(&values[..count]);
    Ok(count)
}

fn layer(
    reader: &mut Reader<'_>,
    input: &[i32],
    out: &mut [i32; MAX_VALUES],
) -> Result<usize, ProgramError> {
    match reader.word()? {
        0 => {
            let [outputs, inputs] = reader.counts(MAX_VALUES)?;
            let activation = activation(reader)?;
            let scale = Scale::read(reader, outputs)?;
            let (weights, bias) = (reader.take(outputs * inputs)?, reader.take(outputs)?);
            dense(weights, bias, activation, &scale, input, &mut out[..outputs])?;
            Ok(outputs)
        }
        1 => {
            let [height, width, channels, rows, columns, filters, down, across] =
                reader.counts(MAX_VALUES)?;
            let window = Window {
                input: [height, width, channels],
                size: [rows, columns],
                stride: [down, across],
                padding: reader.counts(MAX_VALUES)?,
            };
            let activation = activation(reader)?;
            let scale = Scale::read(reader, filters)?;
            let (weights, bias) =
                (reader.take(filters * rows * columns * channels)?, reader.take(filters)?);
            let count = values(&window, filters)?;
            conv2d(&window, weights, bias, activation, &scale, input, &mut out[..count])?;
            Ok(count)
        }
        2 => {
            let [height, width, channels, rows, columns, down, across] =
                reader.counts(MAX_VALUES)?;
            let window = Window {
                input: [height, width, channels],
                size: [rows, columns],
                stride: [down, across],
                padding: [0; 4],
            };
            let count = values(&window, channels)?;
            max_pool2d(&window, input, &mut out[..count])?;
            Ok(count)
        }
        3 => {
            let entries = reader.count(MAX_VALUES)?;
            let (offset, shift) = (reader.word()?, reader.word()?);
            let how = if reader.choice()? { Interpolation::Linear } else { Interpolation::Nearest };
            let table = Table::try_new(reader.take(entries)?, offset, shift as u32, how)?;
            for (to, &from) in out.iter_mut().zip(input) {
                *to = table.apply(from);
            }
            Ok(input.len())
        }
        other => Err(ProgramError::Unknown(other)),
    }
}

fn activation(reader: &mut Reader<'_>) -> Result<Activation, ProgramError> {
    Ok(if reader.choice()? { Activation::Relu } else { Activation::None })
}

/// Values that a window makes, at most `MAX_VALUES`.
fn values(window: &Window, channels: usize) -> Result<usize, ProgramError> {
    let [height, width] = window.output()?;
    height
        .checked_mul(width)
        .and_then(|pixels| pixels.checked_mul(channels))
        .filter(|&count| count <= MAX_VALUES)
        .ok_or(ProgramError::Unknown(height as i32))
}
