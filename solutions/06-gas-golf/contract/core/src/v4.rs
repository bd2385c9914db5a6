//! Kernel 4, lanes: several sums in one word of 64 bits, so that one multiplication serves four weights.

use crate::finish::pixels;
use crate::lanes::{self, BITS, START, WORDS, block, word};
use crate::model::{INPUTS, OUTPUTS};

/// One constant for several neurons: the weight of neuron `n` counts 2^(bits * n). Modulo 2^64.
pub const fn pack<const N: usize>(weights: [i8; N], bits: u32) -> u64 {
    // #region task-6-4
    let mut word = 0_u64;
    let mut n = 0;
    while n < N {
        word = word.wrapping_add((weights[n] as u64) << (bits * n as u32));
        n += 1;
    }
    word
    // #endregion task-6-4
    //|     // TODO(6.4): add the weights up, each shifted to its lane. A negative one borrows from the lane above.
    //|     let _ = (weights, bits);
    //|     missing!(0; todo!("6.4 four sums in a word"))
}

/// One constant for each pixel and word, worked out by the compiler.
pub const CONSTANTS: [[u64; INPUTS]; WORDS] = {
    let mut constants = [[0; INPUTS]; WORDS];
    let mut at = 0;
    while at < WORDS * INPUTS {
        let (word, pixel) = (at / INPUTS, at % INPUTS);
        constants[word][pixel] = pack(block(word, pixel), BITS);
        at += 1;
    }
    constants
};

macro_rules! words {
    ($x:ident; $($word:literal)*) => { [$(over_64!(word!($x, START, CONSTANTS, $word))),*] };
}

pub fn scores(image: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let x = pixels(image)?;
    Some(lanes::scores(over_8!(words!(x))))
}
