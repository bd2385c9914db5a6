//! Random proofs of arkworks' prover, and what an attacker makes of them.

use ark_bn254::{Bn254 as Curve, Fq, Fr, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{Field, UniformRand};
use ark_groth16::{Groth16, Proof as ArkProof};
use ark_relations::{
    lc,
    r1cs::{ConstraintSynthesizer, ConstraintSystemRef, SynthesisError},
};
use ark_snark::SNARK;
use ark_std::rand::{Rng, SeedableRng, rngs::StdRng};
use inkling_groth16_conformance::{Arkworks, key_bytes, proof_bytes, write_second, write_word};
use inkling_groth16_verifier::{P, Part, Proof, R, Refusal, VerifyingKey, Word, negated, verify};

/// "I know a and b with a b = c, a + b = d and a a = e", c, d and e public.
#[derive(Clone)]
struct Statement {
    a: Fr,
    b: Fr,
}

impl Statement {
    fn public(&self) -> [Fr; 3] {
        [self.a * self.b, self.a + self.b, self.a * self.a]
    }
}

impl ConstraintSynthesizer<Fr> for Statement {
    fn generate_constraints(self, cs: ConstraintSystemRef<Fr>) -> Result<(), SynthesisError> {
        let [c, d, e] = self.public();
        let [c, d, e] = [
            cs.new_input_variable(|| Ok(c))?,
            cs.new_input_variable(|| Ok(d))?,
            cs.new_input_variable(|| Ok(e))?,
        ];
        let (a, b) =
            (cs.new_witness_variable(|| Ok(self.a))?, cs.new_witness_variable(|| Ok(self.b))?);
        cs.enforce_constraint(lc!() + a, lc!() + b, lc!() + c)?;
        cs.enforce_constraint(
            lc!() + a + b,
            lc!() + ark_relations::r1cs::Variable::One,
            lc!() + d,
        )?;
        cs.enforce_constraint(lc!() + a, lc!() + a, lc!() + e)
    }
}

struct Scene {
    rng: StdRng,
    key: Vec<u8>,
    signals: [Word; 3],
    proof: Proof,
    ark: (ark_groth16::ProvingKey<Curve>, ArkProof<Curve>),
}

fn scene(seed: u64) -> Scene {
    let mut rng = StdRng::seed_from_u64(seed);
    // Every third has a signal below 256, which the verifier adds up.
    let a = if seed.is_multiple_of(3) {
        Fr::from(rng.r#gen_range(0..16_u64))
    } else {
        Fr::rand(&mut rng)
    };
    let b = if seed.is_multiple_of(3) {
        Fr::from(rng.r#gen_range(0..16_u64))
    } else {
        Fr::rand(&mut rng)
    };
    let statement = Statement { a, b };
    let (proving, verifying) =
        Groth16::<Curve>::circuit_specific_setup(statement.clone(), &mut rng).expect("a key");
    let proof = Groth16::<Curve>::prove(&proving, statement.clone(), &mut rng).expect("a proof");
    Scene {
        key: key_bytes(&verifying),
        signals: statement.public().map(|signal| write_word(&signal)),
        proof: proof_bytes(&proof),
        ark: (proving, proof),
        rng,
    }
}

impl Scene {
    /// What the verifier says, and the gas of the precompiles.
    fn says(&self, signals: &[Word; 3], proof: &Proof) -> (Result<(), Refusal>, u64) {
        let mut curve = Arkworks::default();
        let result = verify(&mut curve, &VerifyingKey::new(&self.key), signals, proof);
        (result, curve.used)
    }
}

#[test]
fn takes_every_proof_of_arkworks_for_its_own_statement_only() {
    for seed in 0..30 {
        let scene = scene(seed);
        let (result, used) = scene.says(&scene.signals, &scene.proof);
        assert_eq!(result, Ok(()));
        assert!(used <= 199_450);
        for index in 0..3 {
            let mut signals = scene.signals;
            signals[index][31] ^= 1;
            assert_eq!(scene.says(&signals, &scene.proof).0, Err(Refusal::NotProven));
        }
    }
}

#[test]
fn takes_a_proof_in_its_other_forms_so_bytes_are_no_identity() {
    let mut scene = scene(1);
    let mut minus = scene.proof;
    for (at, word) in
        [(32, negated(&word(&scene.proof, 1))), (128, negated(&word(&scene.proof, 4)))]
    {
        minus[at..at + 32].copy_from_slice(&word);
    }
    minus[160..192].copy_from_slice(&negated(&word(&scene.proof, 5)));
    assert_eq!(scene.says(&scene.signals, &minus).0, Ok(()));
    // Fresh randomness on somebody else's proof: A / k and B k.
    let k = Fr::rand(&mut scene.rng);
    let ArkProof { a, b, c } = scene.ark.1.clone();
    let again = ArkProof {
        a: (a * k.inverse().expect("not 0")).into_affine(),
        b: (b * k).into_affine(),
        c,
    };
    assert_eq!(scene.says(&scene.signals, &proof_bytes(&again)).0, Ok(()));
}

#[test]
fn refuses_what_is_malformed_within_the_gas_of_a_proof() {
    let scene = scene(2);
    let with = |index: usize, value: &Word| {
        let mut proof = scene.proof;
        proof[32 * index..][..32].copy_from_slice(value);
        proof
    };
    let check = |signals: &[Word; 3], proof: &Proof, want: Refusal| {
        let (result, used) = scene.says(signals, proof);
        assert_eq!(result, Err(want));
        assert!(used <= 199_450, "{want}: {used}");
    };
    for index in 0..3 {
        let mut signals = scene.signals;
        signals[index] = plus(&signals[index], &R);
        check(&signals, &scene.proof, Refusal::SignalTooLarge(index));
    }
    for index in 0..8 {
        let large = plus(&word(&scene.proof, index), &P);
        check(&scene.signals, &with(index, &large), Refusal::CoordinateTooLarge(index));
    }
    for index in [0, 1, 2, 3, 4, 5, 6, 7] {
        let off = write_word(&(Fq::from(3) + Fq::from(index as u64)));
        check(&scene.signals, &with(index, &off), Refusal::CallFailed(8));
    }
    let mut swapped = scene.proof;
    for (to, from) in [(2, 3), (3, 2), (4, 5), (5, 4)] {
        swapped[32 * to..][..32].copy_from_slice(&word(&scene.proof, from));
    }
    check(&scene.signals, &swapped, Refusal::CallFailed(8));
    let mut stray = scene.proof;
    stray[64..192].copy_from_slice(&write_second(&outside_subgroup()));
    check(&scene.signals, &stray, Refusal::CallFailed(8));
    for (part, range) in [(Part::A, 0..64), (Part::B, 64..192), (Part::C, 192..256)] {
        let mut proof = scene.proof;
        proof[range].fill(0);
        check(&scene.signals, &proof, Refusal::AtInfinity(part));
    }
}

#[test]
fn refuses_every_flipped_bit_of_a_proof() {
    let scene = scene(4);
    for bit in (0..2048).step_by(3) {
        let mut proof = scene.proof;
        proof[bit / 8] ^= 1 << (bit % 8);
        let (result, used) = scene.says(&scene.signals, &proof);
        assert!(result.is_err(), "bit {bit}");
        assert!(used <= 199_450);
    }
}

fn word(proof: &Proof, index: usize) -> Word {
    core::array::from_fn(|i| proof[32 * index + i])
}

fn plus(a: &Word, b: &Word) -> Word {
    let mut carry = 0;
    let mut sum = [0; 32];
    for i in (0..32).rev() {
        carry += u16::from(a[i]) + u16::from(b[i]);
        sum[i] = carry as u8;
        carry >>= 8;
    }
    sum
}

/// A point of the twist whose cofactor was not cleared.
fn outside_subgroup() -> G2Affine {
    (1_u64..)
        .find_map(|k| {
            let x = ark_bn254::Fq2::new(Fq::from(1), Fq::from(k));
            let point = G2Affine::get_point_from_x_unchecked(x, false)?;
            (!point.is_in_correct_subgroup_assuming_on_curve()).then_some(point)
        })
        .inspect(|point| assert!(point.is_on_curve() && !point.is_zero()))
        .expect("most points are outside")
}
