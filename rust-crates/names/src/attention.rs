//! Names by a transformer of one layer: each letter is drawn with the whole name before it in view.
//!
//! There is one layer and no normalization, so queries, keys and values depend on a letter and its position alone and are
//! sums of two table rows. Another model than [`name`](crate::name()): it knows names better and costs more. Both draw in
//! the same way, with the same bytes of a seed.

use crate::attention_net::{
    HEADS, Row, SCORE_SHIFT, TRIPLES, WIDTH, behind, key, query, row, store, value,
};
use crate::draw::draw;
use crate::{MAX_LENGTH, SEED, SYMBOLS};

/// The start and eleven letters: with twelve a name is over.
const POSITIONS: usize = MAX_LENGTH;
/// Triples of a head, and pairs.
const TRIPLES_EACH: usize = TRIPLES / HEADS;
const PAIRS: usize = WIDTH / 2;
const PAIRS_EACH: usize = PAIRS / HEADS;
/// Twelve octaves of 64: what is further below the largest score counts as that.
const LOWEST: i32 = 12 * 64;
/// The dot product of a query and a key stands from this bit of their words' products, 21 bits wide.
const PRODUCT: u32 = 42;

/// More than a score can be below 0: products are less than 2^21.
const LOWEST_SCORE: i32 = 1 << 21;

/// Keys and values (plus 128) of the name so far.
struct Past {
    keys: [[u64; TRIPLES]; POSITIONS],
    values: [[u64; PAIRS]; POSITIONS],
    scores: [[i32; HEADS]; POSITIONS],
}

impl Past {
    const fn new() -> Self {
        Self {
            keys: [[0; TRIPLES]; POSITIONS],
            values: [[0; PAIRS]; POSITIONS],
            scores: [[0; HEADS]; POSITIONS],
        }
    }

    /// The weights of what comes after one more letter, the one at this position: 0 at the first, which is the start.
    #[inline(always)]
    #[allow(clippy::inline_always)] // its array of weights stays in registers only so
    fn then(&mut self, letter: usize, position: usize) -> [u32; SYMBOLS] {
        let row = row(letter, position);
        self.keep(&row, position);
        let attended = self.attend(&query(&row), position + 1);
        behind(&row, &attended)
    }

    fn keep(&mut self, row: &Row, position: usize) {
        self.keys[position] = key(row);
        self.values[position] = value(row);
    }

    /// Each head's mean of the values, by how well their keys fit the query; rounded half up.
    #[inline(always)]
    #[allow(clippy::inline_always)]
    fn attend(&mut self, query: &[u64; TRIPLES], length: usize) -> [u64; WIDTH] {
        let mut top = [-LOWEST_SCORE; HEADS];
        for (scores, keys) in self.scores[..length].iter_mut().zip(&self.keys) {
            for head in 0..HEADS {
                let mut product = ROUND;
                for i in head * TRIPLES_EACH..(head + 1) * TRIPLES_EACH {
                    product = product.wrapping_add(query[i].wrapping_mul(keys[i]));
                }
                // Bit 63 is the lane above.
                scores[head] = ((product << 1) as i64 >> (PRODUCT + 1 + SCORE_SHIFT)) as i32;
                top[head] = larger(top[head], scores[head]);
            }
        }
        let mut totals = [0_u64; HEADS];
        let mut sums = [0_u64; PAIRS];
        for (scores, values) in self.scores[..length].iter().zip(&self.values) {
            for head in 0..HEADS {
                let e = larger(scores[head] - top[head] + LOWEST, 0) as u32;
                let weight = u64::from((64 + (e & 63)) << (e >> 6));
                totals[head] += weight;
                for i in head * PAIRS_EACH..(head + 1) * PAIRS_EACH {
                    sums[i] += weight * values[i];
                }
            }
        }
        let mut attended = [0; WIDTH];
        for (head, total) in totals.into_iter().enumerate() {
            let (inverse, half) = (inverse(total), total / 2);
            for i in head * PAIRS_EACH..(head + 1) * PAIRS_EACH {
                attended[2 * i] = (((sums[i] & 0xffff_ffff) + half) * inverse) >> 52;
                attended[2 * i + 1] = (((sums[i] >> 32) + half) * inverse) >> 52;
            }
        }
        attended
    }
}

/// What a product starts with: half of a score's unit, and what makes the lanes below, which may be negative, borrow
/// nothing.
const ROUND: u64 = (1 << (PRODUCT + SCORE_SHIFT - 1)) + (1 << (PRODUCT - 1));

/// 2^52 divided by a sum of weights, so that a product shifted by 52 is the quotient, exactly: the sum is at most
/// 12 * 2^18, what is divided at most 255.5 times that, and the product of both is less than 2^52.
const fn inverse(total: u64) -> u64 {
    (1 << 52) / total + 1
}

/// The larger one, without a branch; with a shift by 31 LLVM would make a `select` of it, which costs more.
const fn larger(a: i32, b: i32) -> i32 {
    let above = a - b;
    b + (above & !(above >> 30))
}

/// The same as [`name`](crate::name()), by the transformer: other names, drawn with the same bytes.
pub fn name(seed: &[u8; SEED], out: &mut [u8; MAX_LENGTH]) -> usize {
    store();
    let mut past = Past::new();
    draw(seed, out, |k, letter| past.then(letter as usize, k))
}

/// The weights by which the symbol after some letters (1 to 26) is drawn: of the name's end, and of the letters a to z.
/// `None` for twelve letters and more, with which a name is over, and for what is no letter. No two of these sums pass a `u32`.
#[must_use]
pub fn weights(letters: &[u8]) -> Option<[u32; SYMBOLS]> {
    if letters.len() >= POSITIONS || letters.iter().any(|letter| !(1..=26).contains(letter)) {
        return None;
    }
    store();
    let mut past = Past::new();
    let mut letter = 0;
    for (position, &next) in letters.iter().enumerate() {
        past.keep(&row(letter, position), position);
        letter = usize::from(next);
    }
    Some(past.then(letter, letters.len()))
}
