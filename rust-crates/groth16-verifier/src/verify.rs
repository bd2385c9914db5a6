use crate::bn254::{add, is_one, multiply};
use crate::{Bn254, Point, Refusal, VerifyingKey, Word, check_proof, check_signals, negated};

/// A proof: A (x, y), B (x imaginary, x real, y imaginary, y real), C (x, y), a word each.
pub type Proof = [u8; 256];

/// Pairings of one verification.
pub const PAIRS: usize = 4;

/// Checks a proof of the statement that `signals` make under `key`.
///
/// With S signals the precompiles take at most 181,000 + 6,150 S gas, on a malformed proof too.
///
/// # Errors
///
/// Why it is refused. A refused proof says nothing about the statement.
// #region verify
pub fn verify<const S: usize>(
    bn: &mut (impl Bn254 + ?Sized),
    key: &VerifyingKey<'_, S>,
    signals: &[Word; S],
    proof: &Proof,
) -> Result<(), Refusal> {
    check_signals(signals)?;
    check_proof(proof)?;
    let sum = weighted_sum(bn, key, signals)?;
    check_pairing(bn, &pairing_input(key, &sum, proof))
}
// #endregion verify

/// IC\[0\] + the sum of `signals[i]` IC\[i + 1\]: a multiplication and an addition each, with their caps. A signal below
/// 256 is added up, which takes at most 14 additions and so less gas than a multiplication.
///
/// # Errors
///
/// [`Refusal::CallFailed`].
pub fn weighted_sum<const S: usize>(
    bn: &mut (impl Bn254 + ?Sized),
    key: &VerifyingKey<'_, S>,
    signals: &[Word; S],
) -> Result<Point, Refusal> {
    let mut sum = key.ic(0);
    for (i, signal) in signals.iter().enumerate() {
        let point = key.ic(i + 1);
        let term = match signal {
            [zeros @ .., last] if zeros.iter().all(|&byte| byte == 0) => {
                added_up(bn, &point, *last)?
            }
            _ => Some(multiply(bn, &point, signal)?),
        };
        if let Some(term) = term {
            sum = add(bn, &sum, &term)?;
        }
    }
    Ok(sum)
}

/// `factor` times a point, by doubling and adding from the highest bit; nothing for 0.
fn added_up(
    bn: &mut (impl Bn254 + ?Sized),
    point: &Point,
    factor: u8,
) -> Result<Option<Point>, Refusal> {
    if factor == 0 {
        return Ok(None);
    }
    let mut sum = *point;
    for bit in (0..factor.ilog2()).rev() {
        sum = add(bn, &sum, &sum)?;
        if factor >> bit & 1 == 1 {
            sum = add(bn, &sum, point)?;
        }
    }
    Ok(Some(sum))
}

/// What the pairing precompile takes: (-A, B), (alpha, beta), (`sum`, gamma), (C, delta).
#[must_use]
pub fn pairing_input<const S: usize>(
    key: &VerifyingKey<'_, S>,
    sum: &Point,
    proof: &Proof,
) -> [u8; 192 * PAIRS] {
    let mut input = [0; 192 * PAIRS];
    input[..192].copy_from_slice(&proof[..192]);
    input[32..64].copy_from_slice(&negated(&core::array::from_fn(|i| proof[32 + i])));
    input[192..256].copy_from_slice(key.alpha());
    input[256..384].copy_from_slice(key.second(0));
    input[384..448].copy_from_slice(sum);
    input[448..576].copy_from_slice(key.second(1));
    input[576..640].copy_from_slice(&proof[192..]);
    input[640..].copy_from_slice(key.second(2));
    input
}

/// The product of the pairings is 1, told by the precompile within its cap.
///
/// # Errors
///
/// [`Refusal::CallFailed`], [`Refusal::NotProven`].
pub fn check_pairing(
    bn: &mut (impl Bn254 + ?Sized),
    input: &[u8; 192 * PAIRS],
) -> Result<(), Refusal> {
    if is_one(bn, input)? { Ok(()) } else { Err(Refusal::NotProven) }
}
