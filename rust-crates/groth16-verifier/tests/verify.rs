//! The verifier against a scripted curve: what is called, with which cap, and what each answer leads to.

use inkling_groth16_verifier::{
    Bn254, P, Part, Proof, R, Refusal, VerifyingKey, Word, gas, negated, precompile, verify,
};

/// Answers a call with these bytes; `None` fails it.
type Answer = Option<Vec<u8>>;
/// Address, cap and input.
type Call = (u8, u64, Vec<u8>);

struct Scripted<F> {
    calls: Vec<Call>,
    answer: F,
}

impl<F: FnMut(u8) -> Answer> Bn254 for Scripted<F> {
    fn static_call(
        &mut self,
        address: u8,
        gas: u64,
        input: &[u8],
        output: &mut [u8],
    ) -> Option<usize> {
        self.calls.push((address, gas, input.to_vec()));
        let bytes = (self.answer)(address)?;
        let copied = bytes.len().min(output.len());
        output[..copied].copy_from_slice(&bytes[..copied]);
        Some(bytes.len())
    }
}

fn word(value: u8) -> Vec<u8> {
    let mut bytes = vec![0; 32];
    bytes[31] = value;
    bytes
}

/// Points as the precompiles would answer them, and a pairing product of `product`.
fn honest(product: u8) -> impl FnMut(u8) -> Answer {
    move |address| {
        Some(match address {
            precompile::PAIRING => word(product),
            _ => vec![0x11; 64],
        })
    }
}

fn run(
    answer: impl FnMut(u8) -> Answer,
    signals: &[Word; 3],
    proof: &Proof,
) -> (Result<(), Refusal>, Vec<Call>) {
    let bytes: Vec<u8> = (0..704).map(|i| (i % 251) as u8).collect();
    let mut bn = Scripted { calls: vec![], answer };
    let result = verify(&mut bn, &VerifyingKey::new(&bytes), signals, proof);
    (result, bn.calls)
}

const SIGNALS: [Word; 3] = [[0x03; 32], [1; 32], [0x22; 32]];

fn proof() -> Proof {
    core::array::from_fn(|i| if i % 32 == 0 { 0x10 } else { i as u8 })
}

#[test]
fn an_accepted_proof_takes_seven_calls_with_their_caps_and_the_documented_gas() {
    let (result, calls) = run(honest(1), &SIGNALS, &proof());
    assert_eq!(result, Ok(()));
    let made: Vec<_> =
        calls.iter().map(|(address, gas, input)| (*address, *gas, input.len())).collect();
    let term = [(7, 6_000, 96), (6, 150, 128)];
    assert_eq!(made, [&term[..], &term, &term, &[(8, 181_000, 768)]].concat());
    assert_eq!(calls.iter().map(|(_, gas, _)| gas).sum::<u64>(), 199_450);
    assert_eq!(gas::pairing(4), 181_000);

    let key: Vec<u8> = (0..704).map(|i| (i % 251) as u8).collect();
    let (_, _, input) = &calls[6];
    let minus_y = negated(&core::array::from_fn(|i| proof()[32 + i]));
    assert_eq!(input[..32], proof()[..32]);
    assert_eq!(input[32..64], minus_y);
    assert_eq!(input[64..192], proof()[64..192]);
    assert_eq!(input[192..384], key[..192]); // alpha, beta
    assert_eq!(input[384..448], [0x11; 64]); // the sum
    assert_eq!(input[448..576], key[192..320]); // gamma
    assert_eq!(input[576..640], proof()[192..]);
    assert_eq!(input[640..], key[320..448]); // delta
    assert_eq!(calls[0].2, [&key[512..576], &SIGNALS[0]].concat());
    assert_eq!(calls[1].2[..64], key[448..512]); // IC[0] comes first
    assert_eq!(calls[4].2, [&key[640..], &SIGNALS[2]].concat());
}

#[test]
fn a_small_signal_is_added_up_and_zero_costs_nothing() {
    let adds = |factor: u8| {
        let mut small = [0; 32];
        small[31] = factor;
        let (result, calls) = run(honest(1), &[SIGNALS[0], small, SIGNALS[2]], &proof());
        assert_eq!(result, Ok(()));
        assert_eq!(calls.iter().filter(|call| call.0 == precompile::MULTIPLY).count(), 2);
        calls.iter().filter(|call| call.0 == precompile::ADD).count() - 2
    };
    assert_eq!([0, 1, 2, 3, 9, 255].map(adds), [0, 1, 2, 3, 5, 15]);
    let mut nine = [0; 32];
    nine[31] = 9;
    let (_, calls) = run(honest(1), &[SIGNALS[0], nine, SIGNALS[2]], &proof());
    assert_eq!(calls.iter().map(|call| call.1).sum::<u64>(), 194_050);
}

#[test]
fn a_product_that_is_not_one_proves_nothing() {
    for product in [0, 2, 255] {
        assert_eq!(run(honest(product), &SIGNALS, &proof()).0, Err(Refusal::NotProven));
    }
    let high_bit = |address| {
        Some(match address {
            precompile::PAIRING => vec![1; 32],
            _ => vec![0; 64],
        })
    };
    assert_eq!(run(high_bit, &SIGNALS, &proof()).0, Err(Refusal::NotProven));
}

#[test]
fn a_failed_call_and_an_answer_of_another_length_refuse() {
    for address in [precompile::ADD, precompile::MULTIPLY, precompile::PAIRING] {
        for wrong in [None, Some(vec![]), Some(vec![1; 31]), Some(vec![1; 33]), Some(vec![1; 65])] {
            let mut usual = honest(1);
            let answer = |called| if called == address { wrong.clone() } else { usual(called) };
            let (result, calls) = run(answer, &SIGNALS, &proof());
            assert_eq!(result, Err(Refusal::CallFailed(address)));
            assert_eq!(
                calls.last().map(|call| call.0),
                Some(address),
                "nothing is called after it"
            );
        }
    }
}

#[test]
fn every_signal_has_to_be_below_r() {
    for index in 0..3 {
        for bad in [R, P, [0xff; 32]] {
            let mut signals = SIGNALS;
            signals[index] = bad;
            let (result, calls) = run(honest(1), &signals, &proof());
            assert_eq!(result, Err(Refusal::SignalTooLarge(index)));
            assert!(calls.is_empty(), "no gas for a malformed signal");
        }
    }
}

#[test]
fn every_coordinate_has_to_be_below_p() {
    for index in 0..8 {
        for bad in [P, [0xff; 32]] {
            let mut proof = proof();
            proof[32 * index..][..32].copy_from_slice(&bad);
            let (result, calls) = run(honest(1), &SIGNALS, &proof);
            assert_eq!(result, Err(Refusal::CoordinateTooLarge(index)));
            assert!(calls.is_empty());
        }
    }
}

#[test]
fn no_point_may_be_at_infinity() {
    for (part, range) in [(Part::A, 0..64), (Part::B, 64..192), (Part::C, 192..256)] {
        let mut proof = proof();
        proof[range].fill(0);
        assert_eq!(run(honest(1), &SIGNALS, &proof).0, Err(Refusal::AtInfinity(part)));
    }
    // A zero coordinate alone is no point at infinity: the curve may have such points, the precompile knows.
    let mut proof = proof();
    proof[..32].fill(0);
    assert_eq!(run(honest(1), &SIGNALS, &proof).0, Ok(()));
}

#[test]
#[should_panic(expected = "512 bytes and 64 a signal")]
fn a_key_of_another_length_is_no_key() {
    let _ = VerifyingKey::<2>::new(&[0; 704]);
}

#[test]
fn refusals_read_as_sentences() {
    let all = [
        (Refusal::SignalTooLarge(1), "public signal 1 is not below r"),
        (Refusal::CoordinateTooLarge(7), "coordinate 7 of the proof is not below p"),
        (Refusal::AtInfinity(Part::B), "point B of the proof is the point at infinity"),
        (Refusal::CallFailed(8), "the call to precompile 0x08 failed"),
        (Refusal::NotProven, "the proof does not hold for these signals and this key"),
    ];
    for (refusal, words) in all {
        assert_eq!(refusal.to_string(), words);
    }
}
