//! A contract that does nothing but check proofs, to measure what a batch saves: calldata is a byte, 0 for proofs one by
//! one and 1 for a batch, then the statements (96 bytes each), then the proofs (256 each). Answers 1 or reverts.
#![cfg_attr(target_arch = "wasm32", no_std)]

use inkling_groth16_verifier::MAX_BATCH;

/// Of a key whose secret numbers everybody knows: the bench forges proofs with them.
#[cfg(target_arch = "wasm32")]
static KEY: &[u8; 704] = include_bytes!("batch.vkey");

#[cfg(target_arch = "wasm32")]
fn check(input: &[u8], output: &mut [u8]) -> Option<usize> {
    use inkling_groth16_verifier::{VerifyingKey, VmHooks, verify, verify_batch};
    const STATEMENT: usize = 96;
    const PROOF: usize = 256;

    let (mode, rest) = input.split_first()?;
    let count = rest.len() / (STATEMENT + PROOF);
    let (statements, proofs) = rest.split_at_checked(count * STATEMENT)?;
    let (proofs, []) = proofs.as_chunks::<PROOF>() else { return None };
    let (words, _) = statements.as_chunks::<32>();
    let (statements, _) = words.as_chunks::<3>();
    let (mut chain, key) = (VmHooks, VerifyingKey::<3>::new(KEY));
    if *mode == 1 {
        verify_batch(&mut chain, &key, statements, proofs).ok()?;
    } else {
        for (signals, proof) in statements.iter().zip(proofs) {
            verify(&mut chain, &key, signals, proof).ok()?;
        }
    }
    output[0] = 1;
    Some(1)
}

#[cfg(not(target_arch = "wasm32"))]
fn check(_: &[u8], _: &mut [u8]) -> Option<usize> {
    None
}

inkling_entry::entry!(bytes check, { 1 + 352 * MAX_BATCH }, 1);
