use core::fmt;

use crate::bn254::{add, is_one, multiply};
use crate::wide::Wide;
use crate::{
    Bn254, Keccak, Point, Proof, Refusal, VerifyingKey, Word, check_proof, check_signals, negated,
};

/// Most proofs of a batch: the input of their pairings stands on the stack, 192 bytes a pair.
pub const MAX_BATCH: usize = 16;

/// Pairs that all proofs of a batch share: alpha, the signals, C.
const SHARED: usize = 3;

/// Why a batch was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchRefusal {
    /// No proof at all, more than [`MAX_BATCH`], or not as many statements as proofs.
    Size {
        /// Statements that were given.
        statements: usize,
        /// Proofs that were given.
        proofs: usize,
    },
    /// This proof, counted from 0, is malformed.
    One(usize, Refusal),
    /// The proofs together: at least one of them does not hold ([`Refusal::NotProven`]), or has a point outside of its
    /// group ([`Refusal::CallFailed`]). Which one, only [`verify`](crate::verify) tells.
    All(Refusal),
}

impl fmt::Display for BatchRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { statements, proofs } => write!(
                f,
                "{statements} statements and {proofs} proofs; a batch has 1 to {MAX_BATCH}, as many of both"
            ),
            Self::One(index, why) => write!(f, "proof {index}: {why}"),
            Self::All(why) => write!(f, "at least one of the proofs: {why}"),
        }
    }
}

impl core::error::Error for BatchRefusal {}

/// Checks k proofs, each of the statement of its place, under one key for the price of k + 3 pairings instead of 4 k: the sum of their equations, each times
/// a number of 128 bits that nobody can choose, because it is a hash of the key and all signals and proofs.
///
/// Errors of single proofs can cancel in a sum only for weights known beforehand; here one bad proof gets through with
/// probability 2^-128. All or nothing: one bad proof refuses the whole batch.
///
/// With k proofs of S signals the precompiles take at most 146,850 + 46,150 k + 6,150 S gas.
///
/// # Errors
///
/// Why it is refused.
// #region batch
pub fn verify_batch<const S: usize>(
    bn: &mut (impl Bn254 + Keccak + ?Sized),
    key: &VerifyingKey<'_, S>,
    statements: &[[Word; S]],
    proofs: &[Proof],
) -> Result<(), BatchRefusal> {
    let count = proofs.len();
    if statements.len() != count || count == 0 || count > MAX_BATCH {
        return Err(BatchRefusal::Size { statements: statements.len(), proofs: count });
    }
    for (index, (signals, proof)) in statements.iter().zip(proofs).enumerate() {
        check_signals(signals)
            .and_then(|()| check_proof(proof))
            .map_err(|why| BatchRefusal::One(index, why))?;
    }
    let seed = transcript(bn, key, statements, proofs);
    let mut weights = Weights::default();
    let mut pairs = [[0; 192]; MAX_BATCH + SHARED];
    let mut sum_c = None;
    for (index, (signals, proof)) in statements.iter().zip(proofs).enumerate() {
        let weight = weight(bn, &seed, index);
        weights.take(weight, signals);
        let mut times = |point: &Point| -> Result<Point, Refusal> {
            // The first weight is 1: the others are as random beside it.
            if weight == 1 { Ok(*point) } else { multiply(bn, point, &scalar(weight)) }
        };
        let [a, c] = [point(proof, 0), point(proof, 192)];
        let weighted = times(&a).and_then(|a| Ok((a, times(&c)?)));
        let (a, c) = weighted.map_err(|why| BatchRefusal::One(index, why))?;
        // A product is a point; only the first C, which was not multiplied, can be off the curve.
        sum_c = Some(match sum_c {
            Some(sum) => add(bn, &sum, &c).map_err(|why| BatchRefusal::One(0, why))?,
            None => c,
        });
        pairs[index][..64].copy_from_slice(&a);
        pairs[index][32..64].copy_from_slice(&negated(&core::array::from_fn(|i| a[32 + i])));
        pairs[index][64..].copy_from_slice(&proof[64..192]);
    }
    let [alpha, signals] = weights.points(bn, key).map_err(BatchRefusal::All)?;
    let shared = [alpha, signals, sum_c.unwrap_or([0; 64])];
    for (index, sum) in shared.iter().enumerate() {
        pairs[count + index][..64].copy_from_slice(sum);
        pairs[count + index][64..].copy_from_slice(key.second(index));
    }
    match is_one(bn, pairs[..count + SHARED].as_flattened()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(BatchRefusal::All(Refusal::NotProven)),
        Err(why) => Err(BatchRefusal::All(why)),
    }
}
// #endregion batch

/// A hash of everything that is checked, link by link: whoever changes a bit changes every weight.
fn transcript<const S: usize>(
    hash: &mut (impl Keccak + ?Sized),
    key: &VerifyingKey<'_, S>,
    statements: &[[Word; S]],
    proofs: &[Proof],
) -> Word {
    let mut state = hash.keccak256(key.bytes());
    for (signals, proof) in statements.iter().zip(proofs) {
        for signal in signals {
            let mut link = [0; 64];
            link[..32].copy_from_slice(&state);
            link[32..].copy_from_slice(signal);
            state = hash.keccak256(&link);
        }
        let mut link = [0; 288];
        link[..32].copy_from_slice(&state);
        link[32..].copy_from_slice(proof);
        state = hash.keccak256(&link);
    }
    state
}

/// 1 for the first proof, half a hash for each other.
fn weight(hash: &mut (impl Keccak + ?Sized), seed: &Word, index: usize) -> u128 {
    if index == 0 {
        return 1;
    }
    let mut link = [0; 33];
    link[..32].copy_from_slice(seed);
    link[32] = index as u8;
    let hash = hash.keccak256(&link);
    let (halves, _) = hash.as_chunks::<16>();
    u128::from_be_bytes(halves[1])
}

/// Sums over the batch of weights, and of weights times each signal.
struct Weights<const S: usize> {
    all: Wide,
    signals: [Wide; S],
}

impl<const S: usize> Default for Weights<S> {
    fn default() -> Self {
        Self { all: Wide::default(), signals: [Wide::default(); S] }
    }
}

impl<const S: usize> Weights<S> {
    fn take(&mut self, weight: u128, signals: &[Word; S]) {
        self.all.add_product(weight, &scalar(1));
        for (sum, signal) in self.signals.iter_mut().zip(signals) {
            sum.add_product(weight, signal);
        }
    }

    /// alpha times the weights, and IC times the weighted signals.
    fn points(
        &self,
        bn: &mut (impl Bn254 + ?Sized),
        key: &VerifyingKey<'_, S>,
    ) -> Result<[Point; 2], Refusal> {
        let all = self.all.modulo_r();
        let alpha = multiply(bn, &core::array::from_fn(|i| key.alpha()[i]), &all)?;
        let mut sum = multiply(bn, &key.ic(0), &all)?;
        for (i, signal) in self.signals.iter().enumerate() {
            let term = multiply(bn, &key.ic(i + 1), &signal.modulo_r())?;
            sum = add(bn, &sum, &term)?;
        }
        Ok([alpha, sum])
    }
}

fn scalar(value: u128) -> Word {
    let mut word = [0; 32];
    word[16..].copy_from_slice(&value.to_be_bytes());
    word
}

fn point(proof: &Proof, at: usize) -> Point {
    core::array::from_fn(|i| proof[at + i])
}
