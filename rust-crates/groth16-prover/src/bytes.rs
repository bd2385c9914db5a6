//! The bytes that a contract takes: big-endian words, G2 imaginary part first (EIP-197).

use ark_bn254::{Bn254, Fq, Fq2, Fr, G1Affine, G2Affine};
use ark_ec::AffineRepr;
use ark_ff::{BigInteger, PrimeField, Zero};
use ark_groth16::{Proof, VerifyingKey};

use crate::{Error, sections::integer};

/// Bytes of a proof.
pub const PROOF_BYTES: usize = 256;

/// A.x, A.y, B.x imaginary, B.x real, B.y imaginary, B.y real, C.x, C.y.
#[must_use]
pub fn encode_proof(proof: &Proof<Bn254>) -> Vec<u8> {
    let (a, b, c) = (first_words(&proof.a), second_words(&proof.b), first_words(&proof.c));
    a.into_iter().chain(b).chain(c).flat_map(word).collect()
}

/// The proof of 256 bytes.
///
/// # Errors
///
/// [`Error::Damaged`] for another length, [`Error::TooLarge`], [`Error::BadPoint`].
pub fn decode_proof(bytes: &[u8]) -> Result<Proof<Bn254>, Error> {
    if bytes.len() != PROOF_BYTES {
        let problem = format!("has {} bytes, not {PROOF_BYTES}", bytes.len());
        return Err(Error::damaged("The proof", problem));
    }
    Ok(Proof {
        a: first(&bytes[..64], "A")?,
        b: second(&bytes[64..192], "B")?,
        c: first(&bytes[192..], "C")?,
    })
}

/// alpha, beta, gamma, delta, IC\[0\] ... : what a contract keeps, 512 bytes and 64 a signal.
#[must_use]
pub fn encode_verifying_key(key: &VerifyingKey<Bn254>) -> Vec<u8> {
    let mut words = first_words(&key.alpha_g1).to_vec();
    for point in [&key.beta_g2, &key.gamma_g2, &key.delta_g2] {
        words.extend(second_words(point));
    }
    words.extend(key.gamma_abc_g1.iter().flat_map(first_words));
    words.into_iter().flat_map(word).collect()
}

/// A key of 512 bytes and 64 a signal.
///
/// # Errors
///
/// [`Error::Damaged`] for another length, [`Error::TooLarge`], [`Error::BadPoint`].
pub fn decode_verifying_key(bytes: &[u8]) -> Result<VerifyingKey<Bn254>, Error> {
    if bytes.len() < 512 || !bytes.len().is_multiple_of(64) {
        let problem = format!("has {} bytes; a key has 512 and 64 a signal", bytes.len());
        return Err(Error::damaged("The verifying key", problem));
    }
    Ok(VerifyingKey {
        alpha_g1: first(&bytes[..64], "alpha")?,
        beta_g2: second(&bytes[64..192], "beta")?,
        gamma_g2: second(&bytes[192..320], "gamma")?,
        delta_g2: second(&bytes[320..448], "delta")?,
        gamma_abc_g1: bytes[448..]
            .chunks_exact(64)
            .map(|ic| first(ic, "IC"))
            .collect::<Result<_, _>>()?,
    })
}

/// 32 bytes a signal.
#[must_use]
pub fn encode_signals(signals: &[Fr]) -> Vec<u8> {
    signals.iter().flat_map(|signal| signal.into_bigint().to_bytes_be()).collect()
}

/// Signals of 32 bytes.
///
/// # Errors
///
/// [`Error::Damaged`] for a length that is no multiple of 32, [`Error::TooLarge`].
pub fn decode_signals(bytes: &[u8]) -> Result<Vec<Fr>, Error> {
    if !bytes.len().is_multiple_of(32) {
        let problem = format!("have {} bytes, no multiple of 32", bytes.len());
        return Err(Error::damaged("The public signals", problem));
    }
    bytes
        .chunks_exact(32)
        .enumerate()
        .map(|(i, word)| number(word, || format!("Public signal {i}")))
        .collect()
}

fn number<F: PrimeField<BigInt = ark_ff::BigInt<4>>>(
    word: &[u8],
    what: impl Fn() -> String,
) -> Result<F, Error> {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(word);
    bytes.reverse();
    F::from_bigint(integer(&bytes)).ok_or_else(|| Error::TooLarge { what: what() })
}

fn first(bytes: &[u8], name: &str) -> Result<G1Affine, Error> {
    let coordinate = |word| number::<Fq>(word, || format!("A coordinate of {name}"));
    let point = G1Affine::new_unchecked(coordinate(&bytes[..32])?, coordinate(&bytes[32..])?);
    // The point at infinity is written as zeros, which are not on the curve.
    if point.is_on_curve() {
        return Ok(point);
    }
    Err(Error::BadPoint { what: name.into() })
}

fn second(bytes: &[u8], name: &str) -> Result<G2Affine, Error> {
    let part =
        |i: usize| number::<Fq>(&bytes[32 * i..][..32], || format!("A coordinate of {name}"));
    let point = G2Affine::new_unchecked(Fq2::new(part(1)?, part(0)?), Fq2::new(part(3)?, part(2)?));
    if point.is_on_curve() && point.is_in_correct_subgroup_assuming_on_curve() {
        return Ok(point);
    }
    Err(Error::BadPoint { what: name.into() })
}

fn first_words(point: &G1Affine) -> [Fq; 2] {
    point.xy().map_or([Fq::zero(); 2], |(x, y)| [x, y])
}

fn second_words(point: &G2Affine) -> [Fq; 4] {
    point.xy().map_or([Fq::zero(); 4], |(x, y)| [x.c1, x.c0, y.c1, y.c0])
}

fn word(value: Fq) -> Vec<u8> {
    value.into_bigint().to_bytes_be()
}
