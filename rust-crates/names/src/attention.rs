//! Names by a transformer of one layer: each letter is drawn with the whole name before it in view.
//!
//! A queries', keys' and values' part depends on a letter and its position alone, because there is one layer and no
//! normalization: all three are sums of two table rows. It knows names better than the network of three letters and
//! costs several times as much; both draw in the same way from the same seeds.

use crate::attention_net::{
    HEADS, KEY_LETTER, KEY_POSITION, QUERY_LETTER, QUERY_POSITION, SCORE_SHIFT, VALUE_LETTER,
    VALUE_POSITION, WIDTH, behind,
};
use crate::name::pick;
use crate::{MAX_LENGTH, MIN_LENGTH, SEED, SYMBOLS};

/// The start and twelve letters.
const POSITIONS: usize = MAX_LENGTH + 1;
/// Numbers of a head.
const EACH: usize = WIDTH / HEADS;
/// Twelve octaves of 64: what is further below the largest score counts as that.
const FLOOR: i32 = 12 * 64;

/// Keys and values (plus 128) of the name so far.
struct Past {
    keys: [[i32; WIDTH]; POSITIONS],
    values: [[u32; WIDTH]; POSITIONS],
    length: usize,
}

impl Past {
    const fn new() -> Self {
        Self { keys: [[0; WIDTH]; POSITIONS], values: [[0; WIDTH]; POSITIONS], length: 0 }
    }

    /// The weights of what comes after one more letter (0 for the start).
    fn then(&mut self, letter: usize) -> [u32; SYMBOLS] {
        let letter = if letter < SYMBOLS { letter } else { 0 };
        let at = if self.length < POSITIONS { self.length } else { POSITIONS - 1 };
        for d in 0..WIDTH {
            self.keys[at][d] = i32::from(KEY_LETTER[letter][d]) + i32::from(KEY_POSITION[at][d]);
            let value = i32::from(VALUE_LETTER[letter][d]) + i32::from(VALUE_POSITION[at][d]);
            self.values[at][d] = (value + 128) as u32;
        }
        self.length = at + 1;
        let query: [i32; WIDTH] = core::array::from_fn(|d| {
            i32::from(QUERY_LETTER[letter][d]) + i32::from(QUERY_POSITION[at][d])
        });
        behind(letter, at, &self.attend(&query))
    }

    /// A head's mean of the values, by how well their keys fit the query; rounded half up.
    fn attend(&self, query: &[i32; WIDTH]) -> [u32; WIDTH] {
        let mut attended = [0; WIDTH];
        for from in (0..WIDTH).step_by(EACH) {
            let mut scores = [0; POSITIONS];
            let mut top = i32::MIN;
            for (score, key) in scores.iter_mut().zip(&self.keys[..self.length]) {
                let product: i32 = (from..from + EACH).map(|d| query[d] * key[d]).sum();
                *score = (product + (1 << (SCORE_SHIFT - 1))) >> SCORE_SHIFT;
                top = top.max(*score);
            }
            let mut total = 0;
            let mut sums = [0; EACH];
            for (score, values) in scores.iter().zip(&self.values[..self.length]) {
                let e = (score - top + FLOOR).max(0) as u32;
                let weight = (64 + (e & 63)) << (e >> 6);
                total += weight;
                for (d, sum) in sums.iter_mut().enumerate() {
                    *sum += weight * values[from + d];
                }
            }
            for (d, sum) in sums.iter().enumerate() {
                attended[from + d] = (sum + total / 2) / total;
            }
        }
        attended
    }
}

/// The same as [`name`](crate::name()), by the transformer: other names, drawn with the same bytes.
pub fn name(seed: &[u8; SEED], out: &mut [u8; MAX_LENGTH]) -> usize {
    let mut past = Past::new();
    let mut letter = 0;
    for (k, (place, draw)) in out.iter_mut().zip(seed.as_chunks().0).enumerate() {
        let mut weights = past.then(letter);
        if k < MIN_LENGTH {
            weights[0] = 0;
        }
        letter = pick(&weights, u16::from_be_bytes(*draw)) as usize;
        if letter == 0 {
            return k;
        }
        *place = letter as u8 + if k == 0 { b'A' - 1 } else { b'a' - 1 };
    }
    MAX_LENGTH
}

/// The weights of what comes after some letters (1 to 26), of which the first twelve count.
#[must_use]
pub fn weights(letters: &[u8]) -> [u32; SYMBOLS] {
    let mut past = Past::new();
    let mut weights = past.then(0);
    for &letter in letters.iter().take(MAX_LENGTH) {
        weights = past.then(usize::from(letter));
    }
    weights
}
