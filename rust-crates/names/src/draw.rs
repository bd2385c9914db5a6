use crate::{MAX_LENGTH, MIN_LENGTH, SEED, SYMBOLS};

/// Writes the name of a seed to `out` and returns its length; `weights(k, letter)` are those of what comes after `letter`,
/// of which there were `k` already: 0 at first.
#[inline(always)]
#[allow(clippy::inline_always)] // arrays of weights stay in registers only so
pub(crate) fn draw(
    seed: &[u8; SEED],
    out: &mut [u8; MAX_LENGTH],
    mut weights: impl FnMut(usize, u32) -> [u32; SYMBOLS],
) -> usize {
    let mut letter = 0;
    for (k, (place, draw)) in out.iter_mut().zip(seed.as_chunks().0).enumerate() {
        let mut weights = weights(k, letter);
        if k < MIN_LENGTH {
            weights[0] = 0;
        }
        letter = pick(&weights, u16::from_be_bytes(*draw));
        if letter == 0 {
            return k;
        }
        *place = letter as u8 + if k == 0 { b'A' - 1 } else { b'a' - 1 };
    }
    MAX_LENGTH
}

/// The first symbol whose running sum of weights exceeds `draw * total / 2^16`.
#[inline(always)]
#[allow(clippy::inline_always)]
fn pick(weights: &[u32; SYMBOLS], draw: u16) -> u32 {
    let total: u32 = weights.iter().sum();
    // Less than `total`, so the last symbol's sum exceeds it.
    let r = ((u64::from(draw) * u64::from(total)) >> 16) as u32;
    let mut sum = 0;
    // Without a branch: as many symbols as have a sum that doesn't exceed it.
    weights.iter().fold(0, |symbol, weight| {
        sum += weight;
        symbol + u32::from(sum <= r)
    })
}
