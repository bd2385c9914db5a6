use ark_bn254::{G2Affine, G2Projective};
use ark_ec::{CurveGroup, VariableBaseMSM};
use ark_ff::BigInt;
use rand::{RngCore, rngs::OsRng};

/// The twist's other subgroups have at least 10,069 points: a random sum misses a stray point once in about 9,300.
const ROUNDS: usize = 10;

/// Whether all points are of order r, by random sums of them: a stray one slips through with probability 2^-131.
/// Points that are on the curve, please.
pub(crate) fn in_subgroup(points: &[G2Affine]) -> bool {
    (0..ROUNDS).all(|_| {
        let mut bytes = vec![0; 2 * points.len()];
        OsRng.fill_bytes(&mut bytes);
        let weights: Vec<BigInt<4>> = bytes
            .chunks_exact(2)
            .map(|pair| BigInt::from(u64::from(u16::from_le_bytes([pair[0], pair[1]]))))
            .collect();
        let sum: G2Projective = VariableBaseMSM::msm_bigint(points, &weights);
        sum.into_affine().is_in_correct_subgroup_assuming_on_curve()
    })
}
