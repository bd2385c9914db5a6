//! Where sums stand in words of 64 bits, and what comes behind them. Kernels 4, 5 and 6 differ in how they make the
//! words of the hidden layer; all else is here.

use crate::finish::scale;
use crate::model::{
    HIDDEN, HIDDEN_BIAS, HIDDEN_LOWEST, HIDDEN_WEIGHTS, INPUTS, OUTPUT_BIAS, OUTPUT_LOWEST,
    OUTPUT_WEIGHTS, OUTPUTS,
};
use crate::v4::pack;

/// Hidden layer: four sums of 16 bits a word. Neuron `4 * word + lane` stands in lane `lane`.
pub const LANES: usize = 4;
pub const BITS: u32 = 16;
pub const WORDS: usize = HIDDEN / LANES;
/// Output layer: three sums of 21 bits a word.
const OUT_LANES: usize = 3;
const OUT_BITS: u32 = 21;
const OUT_WORDS: usize = OUTPUTS.div_ceil(OUT_LANES);

/// The weights of one pixel for the four neurons of a word.
pub const fn block(word: usize, pixel: usize) -> [i8; LANES] {
    column(&HIDDEN_WEIGHTS, word, pixel)
}

/// What each word of the hidden layer is before any pixel: biases minus lowest sums.
pub const START: [u64; WORDS] = starts(&HIDDEN_BIAS, &HIDDEN_LOWEST, LANES, BITS);

const OUT_START: [u64; OUT_WORDS] = starts(&OUTPUT_BIAS, &OUTPUT_LOWEST, OUT_LANES, OUT_BITS);
const OUT_CONSTANTS: [[u64; HIDDEN]; OUT_WORDS] = {
    let mut constants = [[0; HIDDEN]; OUT_WORDS];
    let mut at = 0;
    while at < OUT_WORDS * HIDDEN {
        let (word, input) = (at / HIDDEN, at % HIDDEN);
        constants[word][input] =
            pack(column::<OUT_LANES, _, _>(&OUTPUT_WEIGHTS, word, input), OUT_BITS);
        at += 1;
    }
    constants
};

// #region word
/// A word's sums, written out: `start + x[0] * constants[0] + x[1] * constants[1] + ...`, modulo 2^64.
macro_rules! word {
    ($x:ident, $starts:ident, $constants:ident, $word:literal; $($i:literal)*) => {
        $starts[$word] $(.wrapping_add($x[$i].wrapping_mul($constants[$word][$i])))*
    };
}
// #endregion word
pub(crate) use word;

macro_rules! out_words {
    ($h:ident; $($word:literal)*) => { [$(over_32!(word!($h, OUT_START, OUT_CONSTANTS, $word))),*] };
}

macro_rules! values {
    ($words:ident; $($n:literal)*) => {
        [$(scale($n, unpack($words[$n / LANES], $n % LANES, BITS, HIDDEN_LOWEST[$n])) as u64),*]
    };
}

macro_rules! digits {
    ($words:ident; $($o:literal)*) => {
        [$(unpack($words[$o / OUT_LANES], $o % OUT_LANES, OUT_BITS, OUTPUT_LOWEST[$o])),*]
    };
}

/// From the hidden layer's words to the scores: each neuron is taken out and scaled, then four words of three sums.
pub fn scores(words: [u64; WORDS]) -> [i32; OUTPUTS] {
    let hidden: [u64; HIDDEN] = over_32!(values!(words));
    let words: [u64; OUT_WORDS] = over_4!(out_words!(hidden));
    over_10!(digits!(words))
}

// #region unpack
/// The sum of neuron `n` of a word: what stands in its lane is the sum minus the lowest that it can be.
const fn unpack(word: u64, n: usize, bits: u32, lowest: i32) -> i32 {
    let lane = (word >> (bits * n as u32)) & ((1 << bits) - 1);
    lane as i32 + lowest
}
// #endregion unpack

/// Column `input` of the rows that share a word; 0 where there is no row.
const fn column<const N: usize, const I: usize, const O: usize>(
    weights: &[[i8; I]; O],
    word: usize,
    input: usize,
) -> [i8; N] {
    let mut column = [0; N];
    let mut lane = 0;
    while lane < N && N * word + lane < O {
        column[lane] = weights[N * word + lane][input];
        lane += 1;
    }
    column
}

const fn starts<const O: usize, const W: usize>(
    bias: &[i32; O],
    lowest: &[i32; O],
    lanes: usize,
    bits: u32,
) -> [u64; W] {
    let mut words = [0; W];
    let mut o = 0;
    while o < O {
        words[o / lanes] += ((bias[o] - lowest[o]) as u64) << (bits * (o % lanes) as u32);
        o += 1;
    }
    words
}

const _: () = assert!(INPUTS == 64 && HIDDEN == 32 && OUTPUTS == 10);
