use ark_ff::PrimeField;
use ark_groth16::r1cs_to_qap::R1CSToQAP;
use ark_poly::EvaluationDomain;
use ark_relations::r1cs::{ConstraintMatrices, ConstraintSystemRef, SynthesisError};
use rayon::prelude::*;

/// The quotient as circom and snarkjs take it: not its coefficients, but the values of A B - C on a coset of the
/// domain, shifted by a root of unity of twice its order. The `.zkey`'s points of H are the Lagrange polynomials of that
/// coset, and hold the division by the vanishing polynomial.
#[derive(Clone, Copy, Debug)]
pub struct CosetReduction;

impl R1CSToQAP for CosetReduction {
    /// Keys come from a file; this makes none.
    fn instance_map_with_evaluation<F: PrimeField, D: EvaluationDomain<F>>(
        _: ConstraintSystemRef<F>,
        _: &F,
    ) -> Result<(Vec<F>, Vec<F>, Vec<F>, F, usize, usize), SynthesisError> {
        Err(SynthesisError::Unsatisfiable)
    }

    fn witness_map_from_matrices<F: PrimeField, D: EvaluationDomain<F>>(
        matrices: &ConstraintMatrices<F>,
        _: usize,
        rows: usize,
        witness: &[F],
    ) -> Result<Vec<F>, SynthesisError> {
        let domain = D::new(rows).ok_or(SynthesisError::PolynomialDegreeTooLarge)?;
        let doubled = D::new(2 * domain.size()).ok_or(SynthesisError::PolynomialDegreeTooLarge)?;
        let values = |side: &[Vec<(F, usize)>]| -> Vec<F> {
            let mut values: Vec<F> = side
                .par_iter()
                .map(|row| row.iter().map(|(weight, wire)| *weight * witness[*wire]).sum())
                .collect();
            values.resize(domain.size(), F::zero());
            values
        };
        let (a, b) = (values(&matrices.a), values(&matrices.b));
        // A right witness has C = A B row by row, so C needs no matrix.
        let c = a.par_iter().zip(&b).map(|(a, b)| *a * b).collect();
        let shift = doubled.group_gen();
        let moved = |mut values: Vec<F>| {
            domain.ifft_in_place(&mut values);
            D::distribute_powers(&mut values, shift);
            domain.fft_in_place(&mut values);
            values
        };
        let (mut a, (b, c)) = rayon::join(|| moved(a), || rayon::join(|| moved(b), || moved(c)));
        a.par_iter_mut().zip(b.par_iter().zip(&c)).for_each(|(a, (b, c))| {
            *a *= b;
            *a -= c;
        });
        Ok(a)
    }

    /// As above.
    fn h_query_scalars<F: PrimeField, D: EvaluationDomain<F>>(
        _: usize,
        _: F,
        _: F,
        _: F,
    ) -> Result<Vec<F>, SynthesisError> {
        Err(SynthesisError::Unsatisfiable)
    }
}
