use ark_bn254::{Bn254, Fr};
use ark_ec::AffineRepr;
use ark_groth16::{Groth16, Proof, VerifyingKey, prepare_verifying_key};

use crate::Error;

/// Checks a proof of the statement that the signals make under a key.
///
/// # Errors
///
/// [`Error::Mismatch`] for another number of signals, [`Error::Refused`].
pub fn verify(
    key: &VerifyingKey<Bn254>,
    signals: &[Fr],
    proof: &Proof<Bn254>,
) -> Result<(), Error> {
    let count = key.gamma_abc_g1.len().saturating_sub(1);
    if signals.len() != count {
        let problem = format!("There are {} public signals; the key has {count}", signals.len());
        return Err(Error::Mismatch { problem });
    }
    if holds(key, signals, proof) { Ok(()) } else { Err(Error::Refused) }
}

/// Points at infinity are refused, as the contract does: no honest proof has one.
pub(crate) fn holds(key: &VerifyingKey<Bn254>, signals: &[Fr], proof: &Proof<Bn254>) -> bool {
    !proof.a.is_zero()
        && !proof.b.is_zero()
        && !proof.c.is_zero()
        && Groth16::<Bn254>::verify_proof(&prepare_verifying_key(key), proof, signals)
            .unwrap_or(false)
}
