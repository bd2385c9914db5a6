use crate::{MAX_LENGTH, MIN_LENGTH, SEED, SYMBOLS, net};

/// Writes the name of a seed to `out` and returns its length, 2 to [`MAX_LENGTH`]; bytes behind it stay as they are.
///
/// The same 32 bytes give the same name everywhere. They have to look random: see above.
pub fn name(seed: &[u8; SEED], out: &mut [u8; MAX_LENGTH]) -> usize {
    net::store();
    let mut letters = [0; 3];
    for (k, (place, draw)) in out.iter_mut().zip(seed.as_chunks().0).enumerate() {
        let mut weights = net::weights(letters);
        if k < MIN_LENGTH {
            weights[0] = 0;
        }
        let letter = pick(&weights, u16::from_be_bytes(*draw));
        if letter == 0 {
            return k;
        }
        *place = letter as u8 + if k == 0 { b'A' - 1 } else { b'a' - 1 };
        letters = [letters[1], letters[2], letter];
    }
    MAX_LENGTH
}

/// The weights by which the next symbol is drawn: of the name's end, and of the letters a to z.
///
/// `letters` are the last three, the oldest first: 1 to 26, or 0 where the name hasn't begun. A number above 26 counts
/// as 0. No two of these sums pass a `u32`.
#[must_use]
pub fn weights(letters: [u8; 3]) -> [u32; SYMBOLS] {
    net::store();
    net::weights(letters.map(|letter| if letter > 26 { 0 } else { u32::from(letter) }))
}

/// The first symbol whose running sum of weights exceeds `draw * total / 2^16`.
#[inline(always)]
#[allow(clippy::inline_always)] // its array of weights stays in registers only so
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
