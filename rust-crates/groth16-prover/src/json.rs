//! snarkjs' JSON: decimal text, projective with a last coordinate of 1.

use std::fmt::Write;

use ark_bn254::{Bn254, Fr, G1Affine, G2Affine};
use ark_groth16::Proof;

/// `proof.json`, for `snarkjs groth16 verify` and `proofFromJson`.
#[must_use]
pub fn proof_to_json(proof: &Proof<Bn254>) -> String {
    let first = |point: &G1Affine| format!(r#"["{}","{}","1"]"#, point.x, point.y);
    let second = |point: &G2Affine| {
        let [x, y] = [point.x, point.y];
        format!(r#"[["{}","{}"],["{}","{}"],["1","0"]]"#, x.c0, x.c1, y.c0, y.c1)
    };
    let (a, b, c) = (first(&proof.a), second(&proof.b), first(&proof.c));
    format!(
        "{{\"protocol\":\"groth16\",\"curve\":\"bn128\",\"pi_a\":{a},\"pi_b\":{b},\"pi_c\":{c}}}\n"
    )
}

/// `public.json`.
#[must_use]
pub fn signals_to_json(signals: &[Fr]) -> String {
    let mut text = String::from("[");
    for (i, signal) in signals.iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        let _ = write!(text, "{comma}\"{signal}\"");
    }
    text + "]\n"
}
