//! The three precompiles, natively: [`Arkworks`] answers as EIP-196 and EIP-197 say, and takes gas as EIP-1108 does.

use ark_bn254::{Bn254 as Curve, Fq, Fq2, Fr, G1Affine, G2Affine};
use ark_ec::{AffineRepr, CurveGroup, pairing::Pairing};
use ark_ff::{BigInteger, PrimeField, Zero};
use ark_groth16::{Proof as ArkProof, VerifyingKey as ArkKey};
use inkling_groth16_verifier::{Bn254, Keccak, P, Point, Proof, Word, gas, is_below, precompile};
use tiny_keccak::Hasher;

/// The precompiles of a chain.
#[derive(Debug, Default)]
pub struct Arkworks {
    /// Gas that calls have taken: on failure, all that they were given.
    pub used: u64,
}

impl Bn254 for Arkworks {
    fn static_call(
        &mut self,
        address: u8,
        offered: u64,
        input: &[u8],
        output: &mut [u8],
    ) -> Option<usize> {
        let price = match address {
            precompile::ADD => gas::ADD,
            precompile::MULTIPLY => gas::MULTIPLY,
            _ => gas::pairing((input.len() / 192) as u64),
        };
        let answer = (price <= offered).then(|| answer(address, input)).flatten();
        self.used += if answer.is_some() { price } else { offered };
        let answer = answer?;
        let copied = answer.len().min(output.len());
        output[..copied].copy_from_slice(&answer[..copied]);
        Some(answer.len())
    }
}

fn answer(address: u8, input: &[u8]) -> Option<Vec<u8>> {
    match address {
        precompile::ADD => {
            let [a, b] = [first(&input[..64])?, first(&input[64..128])?];
            Some(write_first(&(a + b).into_affine()).to_vec())
        }
        precompile::MULTIPLY => {
            let scalar = Fr::from_be_bytes_mod_order(&input[64..96]);
            Some(write_first(&(first(&input[..64])? * scalar).into_affine()).to_vec())
        }
        precompile::PAIRING if input.len().is_multiple_of(192) => {
            let mut pairs = (vec![], vec![]);
            for pair in input.chunks(192) {
                pairs.0.push(first(&pair[..64])?);
                pairs.1.push(second(&pair[64..])?);
            }
            let mut word = vec![0; 32];
            word[31] = u8::from(Curve::multi_pairing(pairs.0, pairs.1).is_zero());
            Some(word)
        }
        _ => None,
    }
}

fn coordinate(bytes: &[u8]) -> Option<Fq> {
    let word: Word = bytes.try_into().ok()?;
    is_below(&word, &P).then(|| Fq::from_be_bytes_mod_order(&word))
}

fn first(bytes: &[u8]) -> Option<G1Affine> {
    let [x, y] = [coordinate(&bytes[..32])?, coordinate(&bytes[32..])?];
    if x.is_zero() && y.is_zero() {
        return Some(G1Affine::zero());
    }
    let point = G1Affine::new_unchecked(x, y);
    point.is_on_curve().then_some(point)
}

fn second(bytes: &[u8]) -> Option<G2Affine> {
    let mut words = bytes.chunks(32).map(coordinate);
    let mut next = || words.next().flatten();
    let [x1, x0, y1, y0] = [next()?, next()?, next()?, next()?];
    let (x, y) = (Fq2::new(x0, x1), Fq2::new(y0, y1));
    if x.is_zero() && y.is_zero() {
        return Some(G2Affine::zero());
    }
    let point = G2Affine::new_unchecked(x, y);
    (point.is_on_curve() && point.is_in_correct_subgroup_assuming_on_curve()).then_some(point)
}

/// A number as a word.
pub fn write_word(value: &impl PrimeField) -> Word {
    let bytes = value.into_bigint().to_bytes_be();
    core::array::from_fn(|i| bytes[i])
}

/// A point of G1, two words.
pub fn write_first(point: &G1Affine) -> Point {
    let mut bytes = [0; 64];
    if let Some((x, y)) = point.xy() {
        bytes[..32].copy_from_slice(&write_word(&x));
        bytes[32..].copy_from_slice(&write_word(&y));
    }
    bytes
}

/// A point of G2, four words, imaginary parts first.
pub fn write_second(point: &G2Affine) -> [u8; 128] {
    let mut bytes = [0; 128];
    if let Some((x, y)) = point.xy() {
        for (word, part) in bytes.chunks_mut(32).zip([x.c1, x.c0, y.c1, y.c0]) {
            word.copy_from_slice(&write_word(&part));
        }
    }
    bytes
}

/// A verifying key as a contract keeps it.
pub fn key_bytes(key: &ArkKey<Curve>) -> Vec<u8> {
    let mut bytes = write_first(&key.alpha_g1).to_vec();
    for point in [&key.beta_g2, &key.gamma_g2, &key.delta_g2] {
        bytes.extend(write_second(point));
    }
    for point in &key.gamma_abc_g1 {
        bytes.extend(write_first(point));
    }
    bytes
}

/// A proof as a contract takes it.
pub fn proof_bytes(proof: &ArkProof<Curve>) -> Proof {
    let mut bytes = [0; 256];
    bytes[..64].copy_from_slice(&write_first(&proof.a));
    bytes[64..192].copy_from_slice(&write_second(&proof.b));
    bytes[192..].copy_from_slice(&write_first(&proof.c));
    bytes
}

impl Keccak for Arkworks {
    fn keccak256(&mut self, input: &[u8]) -> Word {
        let mut hash = [0; 32];
        let mut keccak = tiny_keccak::Keccak::v256();
        keccak.update(input);
        keccak.finalize(&mut hash);
        hash
    }
}
