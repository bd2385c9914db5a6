#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

mod error;
mod layers;
mod reader;
mod scale;
mod trees;

pub use error::ProgramError;

use inkling_quant::{Packing, argmax, check_range, sign};
use reader::Reader;

/// Most values that a layer may have.
pub const MAX_VALUES: usize = 4096;
/// Most scores.
pub const MAX_SCORES: usize = 64;

/// What a model says about one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prediction {
    scores: [i32; MAX_SCORES],
    count: usize,
    /// Index of the label.
    pub label: usize,
}

impl Prediction {
    /// One score a label (or one in all, for the rule `sign`).
    #[must_use]
    pub fn scores(&self) -> &[i32] {
        &self.scores[..self.count]
    }
}

/// A model as words; see the crate's documentation.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    is_sign: bool,
    packing: Packing,
    min: &'a [i32],
    max: &'a [i32],
    is_trees: bool,
    body: Reader<'a>,
}

impl<'a> Program<'a> {
    /// Reads the head of a program.
    ///
    /// # Errors
    ///
    /// [`ProgramError`] for words that are no program. The layers or trees are looked at by [`run`](Self::run).
    pub fn new(words: &'a [i32]) -> Result<Self, ProgramError> {
        let mut reader = Reader(words);
        let is_sign = reader.choice()?;
        let packing = match reader.word()? {
            0 => Packing::U8,
            1 => Packing::I8,
            2 => Packing::U4,
            other => return Err(ProgramError::Unknown(other)),
        };
        let inputs = reader.count(MAX_VALUES)?;
        let (min, max) = (reader.take(inputs)?, reader.take(inputs)?);
        Ok(Self { is_sign, packing, min, max, is_trees: reader.choice()?, body: reader })
    }

    /// Bytes of an input.
    #[must_use]
    pub const fn input_bytes(&self) -> usize {
        self.packing.bytes(self.min.len())
    }

    /// Unpacks, checks, runs.
    ///
    /// # Errors
    ///
    /// [`ProgramError::Input`] where a contract reverts; the others for a program that is none.
    pub fn run(&self, input: &[u8]) -> Result<Prediction, ProgramError> {
        let mut values = [0; MAX_VALUES];
        let inputs = self.min.len();
        self.packing.unpack(input, &mut values[..inputs])?;
        check_range(&values[..inputs], self.min, self.max)?;
        let mut scores = [0; MAX_SCORES];
        let count = if self.is_trees {
            trees::run(self.body, &values[..inputs], &mut scores)?
        } else {
            layers::run(self.body, &mut values, inputs, &mut scores)?
        };
        let label = if self.is_sign { sign(scores[0]) } else { argmax(&scores[..count]) };
        Ok(Prediction { scores, count, label })
    }
}
