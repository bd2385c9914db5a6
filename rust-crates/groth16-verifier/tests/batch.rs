//! Batches against a scripted curve: what is called, with which cap, and what each answer leads to. Whether the sums are
//! right, `groth16-conformance` tells.

use inkling_groth16_verifier::{
    BatchRefusal, Bn254, Keccak, MAX_BATCH, P, Part, Proof, R, Refusal, VerifyingKey, Word, gas,
    precompile, verify_batch,
};

/// The public signals of a statement, and its proof.
type Statement = ([Word; 3], Proof);

#[derive(Default)]
struct Scripted {
    /// Address, cap and length of the input.
    calls: Vec<(u8, u64, usize)>,
    hashed: Vec<Vec<u8>>,
    /// The address whose call fails, and at which time.
    fails: Option<(u8, usize)>,
    product: u8,
}

impl Bn254 for Scripted {
    fn static_call(
        &mut self,
        address: u8,
        gas: u64,
        input: &[u8],
        output: &mut [u8],
    ) -> Option<usize> {
        let before = self.calls.iter().filter(|call| call.0 == address).count();
        self.calls.push((address, gas, input.len()));
        if self.fails == Some((address, before)) {
            return None;
        }
        let mut answer = vec![0x11; 64];
        if address == precompile::PAIRING {
            answer = vec![0; 32];
            answer[31] = self.product;
        }
        output.copy_from_slice(&answer);
        Some(answer.len())
    }
}

/// Not keccak: any function that differs where its input does serves here.
impl Keccak for Scripted {
    fn keccak256(&mut self, input: &[u8]) -> Word {
        self.hashed.push(input.to_vec());
        let mut state = input.len() as u64;
        core::array::from_fn(|i| {
            for byte in input {
                state = (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3).rotate_left(7);
            }
            (state >> (i % 8)) as u8
        })
    }
}

fn statements(count: usize) -> Vec<Statement> {
    (0..count)
        .map(|n| {
            let signals = [[n as u8; 32], [1; 32], [0x22; 32]];
            let proof: Proof =
                core::array::from_fn(|i| if i % 32 == 0 { 0x10 } else { (i + n) as u8 });
            (signals, proof)
        })
        .collect()
}

fn run(bn: &mut Scripted, batch: &[Statement]) -> Result<(), BatchRefusal> {
    let key: Vec<u8> = (0..704).map(|i| (i % 251) as u8).collect();
    let (statements, proofs): (Vec<_>, Vec<_>) = batch.iter().copied().unzip();
    verify_batch(bn, &VerifyingKey::new(&key), &statements, &proofs)
}

fn accepting() -> Scripted {
    Scripted { product: 1, ..Scripted::default() }
}

#[test]
fn the_caps_of_a_batch_are_the_documented_gas() {
    for count in 1..=MAX_BATCH {
        let mut bn = accepting();
        assert_eq!(run(&mut bn, &statements(count)), Ok(()));
        let k = count as u64;
        let most = bn.calls.iter().map(|(_, gas, _)| gas).sum::<u64>();
        assert_eq!(most, 146_850 + 46_150 * k + 6_150 * 3);
        let last = (precompile::PAIRING, gas::pairing(k + 3), 192 * (count + 3));
        assert_eq!(bn.calls.last(), Some(&last));
        let multiplied = bn.calls.iter().filter(|call| call.0 == precompile::MULTIPLY).count();
        assert_eq!(multiplied, 2 * (count - 1) + 5);
        assert!(count == 1 || most < 199_450 * k);
    }
}

#[test]
fn every_byte_of_key_signals_and_proofs_is_hashed_before_the_first_weight() {
    let mut bn = accepting();
    let batch = statements(3);
    assert_eq!(run(&mut bn, &batch), Ok(()));
    let (chain, weights) = bn.hashed.split_at(1 + 3 * 4);
    assert_eq!(chain[0].len(), 704);
    let links: Vec<u8> = chain[1..].iter().flat_map(|link| link[32..].to_vec()).collect();
    let all: Vec<u8> = batch
        .iter()
        .flat_map(|(signals, proof)| [signals.as_flattened(), &proof[..]].concat())
        .collect();
    assert_eq!(links, all);
    // Each link begins with the hash of the one before it, each weight is hashed of the last and its number.
    for (before, after) in chain.iter().zip(&chain[1..]) {
        assert_eq!(after[..32], accepting().keccak256(before));
    }
    let seed = accepting().keccak256(chain.last().expect("a chain"));
    assert_eq!(weights.len(), 2, "the first weight is 1");
    for (i, weight) in weights.iter().enumerate() {
        assert_eq!(weight[..], [&seed[..], &[i as u8 + 1]].concat());
    }
}

#[test]
fn no_proof_and_too_many_are_no_batch() {
    for count in [0, MAX_BATCH + 1] {
        let mut bn = accepting();
        let size = BatchRefusal::Size { statements: count, proofs: count };
        assert_eq!(run(&mut bn, &statements(count)), Err(size));
        assert!(bn.calls.is_empty() && bn.hashed.is_empty());
    }
    let mut bn = accepting();
    let (signals, proof) = statements(1)[0];
    let key = [0; 704];
    let refused = verify_batch(&mut bn, &VerifyingKey::new(&key), &[signals, signals], &[proof]);
    assert_eq!(refused, Err(BatchRefusal::Size { statements: 2, proofs: 1 }));
}

#[test]
fn a_malformed_proof_is_named_and_costs_nothing() {
    for index in 0..3 {
        let check = |change: &dyn Fn(&mut Statement), why: Refusal| {
            let mut batch = statements(3);
            change(&mut batch[index]);
            let mut bn = accepting();
            assert_eq!(run(&mut bn, &batch), Err(BatchRefusal::One(index, why)));
            assert!(bn.calls.is_empty());
        };
        check(&|(signals, _)| signals[2] = R, Refusal::SignalTooLarge(2));
        check(&|(_, proof)| proof[96..128].copy_from_slice(&P), Refusal::CoordinateTooLarge(3));
        check(&|(_, proof)| proof[64..192].fill(0), Refusal::AtInfinity(Part::B));
    }
}

#[test]
fn a_product_that_is_not_one_and_calls_that_fail_refuse_the_whole_batch() {
    for product in [0, 2] {
        let mut bn = Scripted { product, ..Scripted::default() };
        let refused = Err(BatchRefusal::All(Refusal::NotProven));
        assert_eq!(run(&mut bn, &statements(2)), refused);
    }
    // Multiplications: A and C of the second proof, of the third, alpha, IC[0] to IC[3].
    let one = |index, address| BatchRefusal::One(index, Refusal::CallFailed(address));
    let all = |address| BatchRefusal::All(Refusal::CallFailed(address));
    for (fails, want) in [
        ((7, 0), one(1, 7)),
        ((7, 1), one(1, 7)),
        ((7, 2), one(2, 7)),
        ((7, 4), all(7)),
        ((7, 8), all(7)),
        ((6, 0), one(0, 6)),
        ((6, 2), all(6)),
        ((8, 0), all(8)),
    ] {
        let mut bn = Scripted { fails: Some(fails), ..accepting() };
        assert_eq!(run(&mut bn, &statements(3)), Err(want));
        assert_eq!(bn.calls.last().map(|call| call.0), Some(fails.0), "nothing is called after it");
    }
}

#[test]
fn refusals_read_as_sentences() {
    let all = [
        (
            BatchRefusal::Size { statements: 2, proofs: 17 },
            "2 statements and 17 proofs; a batch has 1 to 16, as many of both",
        ),
        (
            BatchRefusal::One(2, Refusal::SignalTooLarge(1)),
            "proof 2: public signal 1 is not below r",
        ),
        (
            BatchRefusal::All(Refusal::NotProven),
            "at least one of the proofs: the proof does not hold for these signals and this key",
        ),
    ];
    for (refusal, words) in all {
        assert_eq!(refusal.to_string(), words);
    }
}
