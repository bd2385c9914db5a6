//! On files of @inkling/proof: native proofs hold for the contract's verifier, its proofs hold here, and whatever is wrong
//! with a file is an error that names it. `npm run oracle:native` writes the files again.

use std::{fs, path::Path};

use ark_bn254::Fr;
use ark_ff::PrimeField;
use inkling_groth16_conformance::Arkworks;
use inkling_groth16_prover::{
    Error, Key, decode_proof, decode_signals, decode_verifying_key, encode_proof, encode_signals,
    encode_verifying_key, proof_to_json, prove, read_r1cs, read_wtns, read_zkey, signals_to_json,
    verify,
};
use inkling_groth16_verifier::{VerifyingKey, Word, verify as verify_in_contract};

fn file(ending: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    fs::read(folder.join(format!("tiny.{ending}"))).expect("a file of the tests")
}

fn key() -> Key {
    read_zkey(&file("zkey")).expect("our .zkey")
}

fn witness() -> Vec<Fr> {
    read_wtns(&file("wtns")).expect("our .wtns")
}

#[test]
fn a_native_proof_holds_here_and_in_the_contracts_verifier() {
    let (key, witness) = (key(), witness());
    let circuit = read_r1cs(&file("r1cs")).expect("our .r1cs");
    key.check_circuit(&circuit).expect("of one circuit");
    circuit.check(&witness).expect("an honest witness");
    let proof = prove(&key, &witness).expect("a proof");
    let signals = &witness[1..=key.signals];
    verify(&key.proving.vk, signals, &proof).expect("it holds");

    assert_eq!(encode_signals(signals), file("signals"));
    assert_eq!(encode_verifying_key(&key.proving.vk), file("vkey"));
    let bytes: [u8; 256] = encode_proof(&proof).try_into().expect("256 bytes");
    let words: [Word; 2] =
        core::array::from_fn(|i| core::array::from_fn(|j| file("signals")[32 * i + j]));
    let vkey = file("vkey");
    let contract = |signals| {
        verify_in_contract(
            &mut Arkworks::default(),
            &VerifyingKey::<2>::new(&vkey),
            signals,
            &bytes,
        )
    };
    assert_eq!(contract(&words), Ok(()));
    let mut other = words;
    other[1][31] ^= 1;
    assert!(contract(&other).is_err());

    // Each proof is blinded afresh.
    assert_ne!(prove(&key, &witness).expect("a proof").a, proof.a);
}

#[test]
fn a_proof_of_the_typescript_prover_holds_for_its_statement_only() {
    let vk = decode_verifying_key(&file("vkey")).expect("our key");
    let signals = decode_signals(&file("signals")).expect("our signals");
    let proof = decode_proof(&file("proof")).expect("our proof");
    verify(&vk, &signals, &proof).expect("it holds");
    assert_eq!(encode_proof(&proof), file("proof"));
    for i in 0..signals.len() {
        let mut other = signals.clone();
        other[i] += Fr::from(1);
        assert!(matches!(verify(&vk, &other, &proof), Err(Error::Refused)));
    }
    assert!(matches!(verify(&vk, &signals[1..], &proof), Err(Error::Mismatch { .. })));
}

#[test]
fn a_witness_that_breaks_a_rule_gives_no_proof() {
    let (key, honest) = (key(), witness());
    let circuit = read_r1cs(&file("r1cs")).expect("our .r1cs");
    // Wire 0 is the constant. A wire that no rule holds down, such as the inverse of 0, may have any value: the prover has
    // to say what the rules say.
    let mut broken = 0;
    for wire in 1..honest.len() {
        let mut cheat = honest.clone();
        cheat[wire] += Fr::from(1);
        match circuit.check(&cheat) {
            Err(Error::Unsatisfied { .. }) => {
                broken += 1;
                assert!(matches!(prove(&key, &cheat), Err(Error::NotProven)), "wire {wire}");
            }
            other => assert!(other.is_ok() && prove(&key, &cheat).is_ok(), "wire {wire}"),
        }
    }
    assert!(broken + 2 >= honest.len() - 1, "{broken} of {} wires", honest.len() - 1);
    assert!(matches!(prove(&key, &honest[1..]), Err(Error::Mismatch { .. })));
    assert!(matches!(circuit.check(&honest[1..]), Err(Error::Mismatch { .. })));
}

#[test]
fn files_of_two_circuits_are_told_apart() {
    let (key, mut circuit) = (key(), read_r1cs(&file("r1cs")).expect("our .r1cs"));
    circuit.constraints[3][1].push((Fr::from(1), 2));
    assert!(matches!(key.check_circuit(&circuit), Err(Error::Mismatch { .. })));
    circuit.constraints.clear();
    circuit.wires += 1;
    assert!(matches!(key.check_circuit(&circuit), Err(Error::Mismatch { .. })));
}

/// One of our files, damaged: it may be read all the same, or be refused. A panic fails the test by itself.
fn refuses(ending: &str, bytes: &[u8]) -> Option<Error> {
    match ending {
        "r1cs" => read_r1cs(bytes).err(),
        "wtns" => read_wtns(bytes).err(),
        "zkey" => read_zkey(bytes).err(),
        "vkey" => decode_verifying_key(bytes).err(),
        "signals" => decode_signals(bytes).err(),
        _ => decode_proof(bytes).err(),
    }
}

const ALL: [&str; 6] = ["r1cs", "wtns", "zkey", "vkey", "signals", "proof"];

#[test]
fn files_cut_short_are_refused_wherever_they_end() {
    for ending in ["r1cs", "wtns", "zkey"] {
        let bytes = file(ending);
        for end in (0..200).chain((200..bytes.len()).step_by(97)).chain([bytes.len() - 1]) {
            let error = refuses(ending, &bytes[..end.min(bytes.len() - 1)]);
            assert!(
                matches!(error, Some(Error::Damaged { .. })),
                "{ending}, {end} bytes: {error:?}"
            );
        }
    }
    for (ending, end) in
        [("vkey", 511), ("vkey", 600), ("signals", 63), ("proof", 255), ("proof", 0)]
    {
        let error = refuses(ending, &file(ending)[..end]);
        assert!(matches!(error, Some(Error::Damaged { .. })), "{ending}: {error:?}");
    }
}

/// Where a section's bytes begin.
fn section(bytes: &[u8], wanted: u32) -> usize {
    let number = |at: usize, size: usize| {
        bytes[at..at + size].iter().rev().fold(0_usize, |value, byte| value << 8 | *byte as usize)
    };
    let mut at = 12;
    while number(at, 4) != wanted as usize {
        at += 12 + number(at + 4, 8);
    }
    at + 12
}

#[test]
fn another_kind_of_file_field_or_scheme_is_named() {
    for ending in ["r1cs", "wtns", "zkey"] {
        for other in ALL.into_iter().filter(|other| *other != ending) {
            assert!(matches!(refuses(ending, &file(other)), Some(Error::Damaged { .. })));
        }
        let mut version = file(ending);
        version[4] += 1;
        assert!(matches!(refuses(ending, &version), Some(Error::Damaged { .. })));
        let mut field = file(ending);
        let header = section(&field, if ending == "zkey" { 2 } else { 1 });
        field[header + 9] ^= 1;
        assert!(matches!(refuses(ending, &field), Some(Error::OtherCurve { .. })), "{ending}");
    }
    let mut scheme = file("zkey");
    let at = section(&scheme, 1);
    scheme[at] = 2;
    assert!(matches!(refuses("zkey", &scheme), Some(Error::OtherCurve { .. })));
}

#[test]
fn counts_that_promise_more_than_there_is_are_refused_before_memory_is_asked_for() {
    for ending in ["r1cs", "wtns", "zkey"] {
        let bytes = file(ending);
        let header = section(&bytes, if ending == "zkey" { 2 } else { 1 });
        let numbers = match ending {
            "zkey" => vec![header + 72, header + 76, header + 80, section(&bytes, 4)],
            "wtns" => vec![8, header + 36],
            _ => vec![8, header + 36, header + 44, header + 60, section(&bytes, 2)],
        };
        for at in numbers {
            for value in [u32::MAX, 0x7fff_ffff, 1 << 27] {
                let mut bytes = bytes.clone();
                bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
                // The number of public outputs is of a sum; nothing else may be read.
                let error = refuses(ending, &bytes);
                let wires = ending == "r1cs" && at == header + 36;
                assert!(error.is_some() || wires, "{ending}, {value} at {at}");
            }
        }
    }
}

#[test]
fn numbers_that_are_not_below_their_prime_are_refused() {
    let all_ones = [0xff; 32];
    for (ending, wanted, skip) in
        [("wtns", 2, 32), ("r1cs", 2, 8), ("zkey", 5, 64), ("zkey", 4, 16)]
    {
        let mut bytes = file(ending);
        let at = section(&bytes, wanted) + skip;
        bytes[at..at + 32].copy_from_slice(&all_ones);
        assert!(
            matches!(refuses(ending, &bytes), Some(Error::TooLarge { .. })),
            "{ending} {wanted}"
        );
    }
    for (ending, word) in [("vkey", 3), ("signals", 1), ("proof", 6)] {
        let mut bytes = file(ending);
        bytes[32 * word..][..32].copy_from_slice(&all_ones);
        assert!(matches!(refuses(ending, &bytes), Some(Error::TooLarge { .. })), "{ending}");
    }
}

#[test]
fn points_off_the_curve_and_outside_of_the_subgroup_are_refused() {
    for wanted in [3, 5, 6, 7, 8, 9] {
        let mut bytes = file("zkey");
        // The first point that is not at infinity.
        let mut at = section(&bytes, wanted);
        while bytes[at..at + 64].iter().all(|byte| *byte == 0) {
            at += 64;
        }
        bytes[at] ^= 1;
        assert!(
            matches!(refuses("zkey", &bytes), Some(Error::BadPoint { .. })),
            "section {wanted}"
        );
    }
    // A point of the twist that is not of order r, into the key's B in G2, and into a proof.
    let stray = stray();
    let mut bytes = file("zkey");
    let at = section(&bytes, 7) + 128 * 5;
    for (i, part) in [stray.x.c0, stray.x.c1, stray.y.c0, stray.y.c1].into_iter().enumerate() {
        // As it is held: times 2^256.
        for (j, limb) in part.0.0.iter().enumerate() {
            bytes[at + 32 * i + 8 * j..][..8].copy_from_slice(&limb.to_le_bytes());
        }
    }
    assert!(matches!(refuses("zkey", &bytes), Some(Error::BadPoint { .. })));
    let mut proof = decode_proof(&file("proof")).expect("our proof");
    proof.b = stray;
    assert!(matches!(decode_proof(&encode_proof(&proof)), Err(Error::BadPoint { .. })));
    assert!(matches!(decode_proof(&[0; 256]), Err(Error::BadPoint { .. })));
}

fn stray() -> ark_bn254::G2Affine {
    (1..1_000_u64)
        .filter_map(|k| {
            let x = ark_bn254::Fq2::new(ark_bn254::Fq::from(1), ark_bn254::Fq::from(k));
            ark_bn254::G2Affine::get_point_from_x_unchecked(x, false)
        })
        .find(|point| !point.is_in_correct_subgroup_assuming_on_curve())
        .expect("most points are outside")
}

#[test]
fn random_damage_is_read_or_refused_and_nothing_else() {
    let mut state = 7_u64;
    let mut below = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % bound
    };
    let (key, honest) = (key(), witness());
    for ending in ALL {
        let (whole, mut refused) = (file(ending), 0);
        for round in 0..if ending == "zkey" { 200 } else { 1_000 } {
            let mut bytes = whole.clone();
            for _ in 0..3 {
                // Every other time in the first kilobyte, where lengths and counts are.
                let at = below(if round % 2 == 0 { bytes.len().min(1024) } else { bytes.len() });
                bytes[at] = u8::try_from(below(256)).expect("a byte");
            }
            refused += usize::from(refuses(ending, &bytes).is_some());
            // What is read has to be safe to use, too.
            if let ("zkey", Ok(key)) = (ending, read_zkey(&bytes)) {
                let _ = prove(&key, &honest);
            }
            if let ("wtns", Ok(witness)) = (ending, read_wtns(&bytes)) {
                assert!(witness == honest || prove(&key, &witness).is_err());
            }
        }
        assert!(refused > 20, "{ending}: {refused}");
    }
}

#[test]
fn json_is_that_of_snarkjs() {
    let proof = decode_proof(&file("proof")).expect("our proof");
    let text = proof_to_json(&proof);
    assert!(text.starts_with(r#"{"protocol":"groth16","curve":"bn128","pi_a":[""#));
    for value in [proof.a.x, proof.b.x.c0, proof.b.y.c1, proof.c.y] {
        assert!(text.contains(&format!("\"{}\"", value.into_bigint())));
    }
    assert_eq!(signals_to_json(&[Fr::from(99), Fr::from(1)]), "[\"99\",\"1\"]\n");
}
