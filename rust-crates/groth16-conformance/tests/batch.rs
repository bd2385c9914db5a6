//! Batches of arkworks' proofs: all good, one bad among good ones, and errors made to cancel.

use ark_bn254::{Bn254 as Curve, Fr, G1Affine};
use ark_ec::CurveGroup;
use ark_ff::UniformRand;
use ark_groth16::{Groth16, Proof as ArkProof, ProvingKey};
use ark_relations::{
    lc,
    r1cs::{ConstraintSynthesizer, ConstraintSystemRef, SynthesisError},
};
use ark_snark::SNARK;
use ark_std::rand::{SeedableRng, rngs::StdRng};
use inkling_groth16_conformance::{Arkworks, key_bytes, proof_bytes, write_first, write_word};
use inkling_groth16_verifier::{
    BatchRefusal, MAX_BATCH, Proof, Refusal, VerifyingKey, Word, verify, verify_batch,
};

/// The public signals of a statement, and its proof.
type Statement = ([Word; 2], Proof);

/// "I know a and b with a b = c", c and a + b public.
#[derive(Clone)]
struct Product {
    a: Fr,
    b: Fr,
}

impl ConstraintSynthesizer<Fr> for Product {
    fn generate_constraints(self, cs: ConstraintSystemRef<Fr>) -> Result<(), SynthesisError> {
        let c = cs.new_input_variable(|| Ok(self.a * self.b))?;
        let d = cs.new_input_variable(|| Ok(self.a + self.b))?;
        let a = cs.new_witness_variable(|| Ok(self.a))?;
        let b = cs.new_witness_variable(|| Ok(self.b))?;
        cs.enforce_constraint(lc!() + a, lc!() + b, lc!() + c)?;
        cs.enforce_constraint(lc!() + a + b, lc!() + ark_relations::r1cs::Variable::One, lc!() + d)
    }
}

struct Scene {
    rng: StdRng,
    key: Vec<u8>,
    proving: ProvingKey<Curve>,
    proofs: Vec<ArkProof<Curve>>,
    batch: Vec<Statement>,
}

fn scene(seed: u64, count: usize) -> Scene {
    let mut rng = StdRng::seed_from_u64(seed);
    let any = Product { a: Fr::from(2), b: Fr::from(3) };
    let (proving, _) = Groth16::<Curve>::circuit_specific_setup(any, &mut rng).expect("a key");
    let mut scene =
        Scene { key: key_bytes(&proving.vk), proving, rng, proofs: vec![], batch: vec![] };
    for _ in 0..count {
        let product = Product { a: Fr::rand(&mut scene.rng), b: Fr::rand(&mut scene.rng) };
        let signals = [product.a * product.b, product.a + product.b].map(|s| write_word(&s));
        let proof =
            Groth16::<Curve>::prove(&scene.proving, product, &mut scene.rng).expect("a proof");
        scene.batch.push((signals, proof_bytes(&proof)));
        scene.proofs.push(proof);
    }
    scene
}

impl Scene {
    fn says(&self, batch: &[Statement]) -> (Result<(), BatchRefusal>, u64) {
        let mut curve = Arkworks::default();
        let (statements, proofs): (Vec<_>, Vec<_>) = batch.iter().copied().unzip();
        let key = VerifyingKey::new(&self.key);
        let result = verify_batch(&mut curve, &key, &statements, &proofs);
        (result, curve.used)
    }

    fn alone(&self, (signals, proof): &Statement) -> Result<(), Refusal> {
        verify(&mut Arkworks::default(), &VerifyingKey::new(&self.key), signals, proof)
    }
}

const NOT_PROVEN: Result<(), BatchRefusal> = Err(BatchRefusal::All(Refusal::NotProven));

#[test]
fn batches_of_every_size_hold_for_the_documented_gas() {
    let scene = scene(1, MAX_BATCH);
    for count in 1..=MAX_BATCH {
        let (result, used) = scene.says(&scene.batch[..count]);
        assert_eq!(result, Ok(()), "{count} proofs");
        assert_eq!(used, 146_850 + 46_150 * count as u64 + 6_150 * 2);
    }
    // The same statement twice is two good proofs.
    let twice = [scene.batch[0], scene.batch[0]];
    assert_eq!(scene.says(&twice).0, Ok(()));
}

#[test]
fn one_bad_proof_among_good_ones_refuses_the_batch_wherever_it_stands() {
    let scene = scene(2, 5);
    for index in 0..5 {
        let mut other_signal = scene.batch.clone();
        other_signal[index].0[0][31] ^= 1;
        let mut other_point = scene.batch.clone();
        other_point[index].1[192..].copy_from_slice(&write_first(&scene.proofs[index].a));
        let mut other_proof = scene.batch.clone();
        other_proof[index].1 = scene.batch[(index + 1) % 5].1;
        for batch in [other_signal, other_point, other_proof] {
            assert_eq!(scene.alone(&batch[index]), Err(Refusal::NotProven));
            assert_eq!(scene.says(&batch).0, NOT_PROVEN, "proof {index}");
            assert_eq!(scene.says(&batch[index..=index]).0, NOT_PROVEN, "alone");
        }
    }
}

#[test]
fn errors_that_cancel_in_a_plain_sum_don_t_in_this_one() {
    let mut scene = scene(3, 3);
    let stray: G1Affine = (scene.proving.vk.alpha_g1 * Fr::rand(&mut scene.rng)).into_affine();
    let with = |point: G1Affine, index: usize| {
        let mut statement = scene.batch[index];
        statement.1[192..].copy_from_slice(&write_first(&point));
        statement
    };
    // C + D and C - D: the sum of the equations is as before.
    let cancelling = [
        with((scene.proofs[0].c + stray).into_affine(), 0),
        with((scene.proofs[1].c - stray).into_affine(), 1),
        scene.batch[2],
    ];
    assert_eq!(scene.says(&cancelling).0, NOT_PROVEN);
    // Two statements with each other's proofs, and with each other's signals in part.
    let [mut one, mut two] = [scene.batch[0], scene.batch[1]];
    core::mem::swap(&mut one.1, &mut two.1);
    assert_eq!(scene.says(&[one, two]).0, NOT_PROVEN);
    let [mut one, mut two] = [scene.batch[0], scene.batch[1]];
    core::mem::swap(&mut one.0[1], &mut two.0[1]);
    assert_eq!(scene.says(&[one, two, scene.batch[2]]).0, NOT_PROVEN);
}

#[test]
fn points_outside_are_refused_within_the_gas_of_the_batch() {
    let scene = scene(4, 3);
    let most = 146_850 + 46_150 * 3 + 6_150 * 2;
    for index in 0..3 {
        // y of A, of B and of C plus 1: off the curve.
        for at in [63, 191, 255] {
            let mut batch = scene.batch.clone();
            batch[index].1[at] ^= 1;
            let (result, used) = scene.says(&batch);
            assert!(
                matches!(
                    result,
                    Err(BatchRefusal::One(_, Refusal::CallFailed(_))
                        | BatchRefusal::All(Refusal::CallFailed(_)))
                ),
                "{result:?}"
            );
            if let Err(BatchRefusal::One(named, _)) = result {
                assert_eq!(named, index);
            }
            assert!(used <= most);
        }
    }
}

#[test]
fn the_order_matters_to_the_weights_and_not_to_the_answer() {
    let scene = scene(5, 4);
    let mut batch = scene.batch.clone();
    batch.reverse();
    assert_eq!(scene.says(&batch).0, Ok(()));
}
