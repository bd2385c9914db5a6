use crate::draw::draw;
use crate::{MAX_LENGTH, SEED, SYMBOLS, net};

/// Writes the name of a seed to `out` and returns its length, 2 to [`MAX_LENGTH`]; bytes behind it stay as they are.
///
/// The same 32 bytes give the same name everywhere. They have to look random: see above.
pub fn name(seed: &[u8; SEED], out: &mut [u8; MAX_LENGTH]) -> usize {
    net::store();
    let mut letters = [0; 3];
    draw(seed, out, |_, letter| {
        letters = [letters[1], letters[2], letter];
        net::weights(letters)
    })
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
