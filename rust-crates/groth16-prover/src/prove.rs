use ark_bn254::{Bn254, Fr};
use ark_ff::{UniformRand, Zero};
use ark_groth16::{Groth16, Proof};
use rand::rngs::OsRng;

use crate::{CosetReduction, Error, Key, verify::holds};

/// Proves that the witness is one of the key's circuit, with the system's randomness, and verifies the proof before it is
/// given away.
///
/// # Errors
///
/// [`Error::Mismatch`] for a witness of another length, [`Error::NotProven`] for one that breaks a rule.
pub fn prove(key: &Key, witness: &[Fr]) -> Result<Proof<Bn254>, Error> {
    if witness.len() != key.wires {
        let problem =
            format!("The witness has {} wires, the .zkey file {}", witness.len(), key.wires);
        return Err(Error::Mismatch { problem });
    }
    let [r, s] = [blinding(), blinding()];
    let inputs = key.signals + 1;
    let proof = Groth16::<Bn254, CosetReduction>::create_proof_with_reduction_and_matrices(
        &key.proving,
        r,
        s,
        &key.matrices,
        inputs,
        key.domain,
        witness,
    )
    .map_err(|_| Error::NotProven)?;
    if holds(&key.proving.vk, &witness[1..inputs], &proof) {
        Ok(proof)
    } else {
        Err(Error::NotProven)
    }
}

/// A number that blinds a proof: never 0, never anybody else's.
fn blinding() -> Fr {
    loop {
        let value = Fr::rand(&mut OsRng);
        if !value.is_zero() {
            return value;
        }
    }
}
