//! One layer of the net from its canonical bytes: what a dispute re-runs.

/// Bytes that a layer's values take at most.
pub const MOST: usize = 64;

/// Runs a layer: outputs and inputs (two bytes each), shift and top (a byte each; 0 and 0 for the last layer), weights row
/// by row, biases. Numbers are little-endian. With a shift, values are bytes; without, they are int32.
///
/// Gives how many bytes of `out` were written; `None` when bytes and values don't belong together.
pub fn run_layer(layer: &[u8], values: &[u8], out: &mut [u8; MOST]) -> Option<usize> {
    let (head, rest) = layer.split_first_chunk::<6>()?;
    let [outputs, inputs] =
        [0, 2].map(|at| usize::from(u16::from_le_bytes([head[at], head[at + 1]])));
    let (shift, top) = (head[4], i32::from(head[5]));
    let (weights, biases) = rest.split_at_checked(outputs * inputs)?;
    let width = if shift == 0 { 4 } else { 1 };
    if biases.len() != 4 * outputs || values.len() != inputs || outputs * width > MOST {
        return None;
    }
    for o in 0..outputs {
        let mut sum = i32::from_le_bytes(biases[4 * o..][..4].try_into().ok()?);
        for (&weight, &value) in weights[o * inputs..][..inputs].iter().zip(values) {
            sum += i32::from(weight as i8) * i32::from(value);
        }
        if shift == 0 {
            out[4 * o..][..4].copy_from_slice(&sum.to_le_bytes());
        } else {
            out[o] = ((sum + (1 << (shift - 1))) >> shift).clamp(0, top) as u8;
        }
    }
    Some(outputs * width)
}

/// Index of the highest int32; of equal ones the lowest index.
pub fn highest(scores: &[u8]) -> u8 {
    let mut best = (i32::MIN, 0);
    for (i, score) in scores.as_chunks::<4>().0.iter().enumerate().rev() {
        let score = i32::from_le_bytes(*score);
        if score >= best.0 {
            best = (score, i as u8);
        }
    }
    best.1
}
