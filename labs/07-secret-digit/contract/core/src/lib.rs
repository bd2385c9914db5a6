//! Checking a proof and a submission. This is the file you edit.
//!
//! `request.rs` has the types, `key.rs` the verifying keys. `layer.rs` and `model.rs` are for the second contract. No SDK
//! in here: the chain is a trait.
#![no_std]
#![forbid(unsafe_code)]

pub mod key;
pub mod layer;
pub mod model;
mod request;

pub use inkling_groth16_verifier::{
    Bn254, Part, Proof, Refusal, VerifyingKey, Word, gas, precompile,
};
use inkling_groth16_verifier::{P, R, pairing_input, weighted_sum};
pub use request::{
    CLASSES, Chain, Refused, Request, coordinates, first_too_large, hash_of, no_point_at_infinity,
    word,
};

/// The statement: the image's commitment, its class, and what ties the proof to one request.
pub type Signals = [Word; 3];

/// Whether `proof` proves the statement under `key`. Nothing malformed reaches a precompile uncapped.
pub fn verify(
    bn: &mut dyn Bn254,
    key: &VerifyingKey<'_, 3>,
    signals: &Signals,
    proof: &Proof,
) -> Result<(), Refusal> {
    no_point_at_infinity(proof)?;
    // TODO(7.4): signals below R, coordinates below P; then ask the pairing precompile, with gas for four
    // pairs. A proof's answer is 32 bytes that are the number 1. Another length, or none, is a failed call.
    let _ = (&R, &P, first_too_large(signals, &R), coordinates(proof), gas::pairing(4), word(1));
    let input = pairing_input(key, &weighted_sum(bn, key, signals)?, proof);
    let _ = ask_pairing(bn, 0, &input);
    todo!("7.4 check a proof")
}

/// Asks the pairing precompile, with at most `gas`. How long its answer is and the first 32 bytes of it; `None` when the
/// call failed.
fn ask_pairing(bn: &mut dyn Bn254, gas: u64, input: &[u8; 768]) -> Option<(usize, Word)> {
    let mut answer = [0; 32];
    let length = bn.static_call(precompile::PAIRING, gas, input, &mut answer)?;
    Some((length, answer))
}

/// Takes a submission: once for each request id of a sender, and only for what the proof was made for.
pub fn submit(
    chain: &mut dyn Chain,
    key: &VerifyingKey<'_, 3>,
    request: &Request,
    proof: &Proof,
) -> Result<(), Refused> {
    if !chain.is_registered(&request.commitment) {
        return Err(Refused::UnknownCommitment);
    }
    if request.class >= CLASSES {
        return Err(Refused::NoSuchClass(request.class));
    }
    // TODO(7.5): refuse a request id that is used; make ctx from chain id, contract, sender, request id and
    // commitment; verify; only then mark the request id as used.
    let _ = (key, proof, word(0), hash_of(chain, &[[0; 32]; 5]));
    todo!("7.5 take a submission")
}
