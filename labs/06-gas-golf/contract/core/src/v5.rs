//! Kernel 5, Winograd: kernel 4 with one multiplication for two pixels.

use crate::finish::pixels;
use crate::lanes::{self, START, WORDS};
use crate::model::{INPUTS, OUTPUTS};
use crate::v4::CONSTANTS;

// `pair` gives `a * ka + b * kb` with one multiplication, and brings `a * b + ka * kb` along. `extra` is what all pairs
// of a word bring along that no pixel changes: `ka * kb` of each. All modulo 2^64.
const fn pair(a: u64, ka: u64, b: u64, kb: u64) -> u64 {
    // TODO(6.5): a product of two sums.
    let _ = (a, ka, b, kb);
    missing!(0; todo!("6.5 one multiplication for two"))
}

const fn extra(constants: &[u64; INPUTS]) -> u64 {
    // TODO(6.5): the products of neighbors, added up: constants 0 and 1, 2 and 3, ...
    let _ = constants;
    0
}

/// What each word is before any pixel, less what its constants bring along.
const START_LESS_EXTRA: [u64; WORDS] = {
    let mut starts = START;
    let mut word = 0;
    while word < WORDS {
        starts[word] = starts[word].wrapping_sub(extra(&CONSTANTS[word]));
        word += 1;
    }
    starts
};

macro_rules! pairs {
    ($x:ident, $pixels:ident, $word:literal; $($i:literal)*) => {
        START_LESS_EXTRA[$word].wrapping_sub($pixels)$(
            .wrapping_add(pair($x[$i], CONSTANTS[$word][$i], $x[$i + 1], CONSTANTS[$word][$i + 1]))
        )*
    };
}

macro_rules! words {
    ($x:ident, $pixels:ident; $($word:literal)*) => { [$(over_pairs!(pairs!($x, $pixels, $word))),*] };
}

pub fn scores(image: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let x = pixels(image)?;
    // What the pixels bring along is the same for each word.
    let pixels = x.as_chunks::<2>().0.iter().map(|[a, b]| a * b).sum::<u64>();
    Some(lanes::scores(over_8!(words!(x, pixels))))
}
