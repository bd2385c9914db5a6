//! What a submission says, and what it needs from a chain.

use inkling_groth16_verifier::{Bn254, Part, Proof, Refusal, Word};

/// Digits that the model tells apart.
pub const CLASSES: u8 = 10;

/// What somebody submits. `ctx` is not in here: it is never taken from calldata.
pub struct Request {
    /// The sender's own number for it; each can be used once.
    pub id: Word,
    /// The commitment to the image, as it was registered.
    pub commitment: Word,
    pub class: u8,
}

/// The chain as a submission sees it: the precompiles, and what is written down.
pub trait Chain: Bn254 {
    /// The chain's id, as a word.
    fn id(&self) -> Word;
    /// The verifying contract's address, as a word.
    fn contract(&self) -> Word;
    /// Who sent the transaction, as a word.
    fn sender(&self) -> Word;
    fn keccak(&self, bytes: &[u8]) -> Word;
    /// Whether somebody has registered this commitment.
    fn is_registered(&self, commitment: &Word) -> bool;
    /// Whether the sender has used this request id.
    fn is_used(&self, request_id: &Word) -> bool;
    /// From now on `is_used` holds for it.
    fn mark_used(&mut self, request_id: &Word);
}

/// Why a submission was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nobody registered this commitment.
    UnknownCommitment,
    /// The sender used this request id before.
    RequestUsed,
    /// No class of the model.
    NoSuchClass(u8),
    /// The proof.
    Proof(Refusal),
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Proof(refusal)
    }
}

/// keccak256 of the words, its first byte cleared: 248 bits, so that it is below r.
pub fn hash_of(chain: &dyn Chain, words: &[Word; 5]) -> Word {
    let mut hash = chain.keccak(words.as_flattened());
    hash[0] = 0;
    hash
}

/// A small number as a word.
pub fn word(value: u8) -> Word {
    let mut bytes = [0; 32];
    bytes[31] = value;
    bytes
}

/// The index of the first word that is not below `bound`.
pub fn first_too_large(words: &[Word], bound: &Word) -> Option<usize> {
    words.iter().position(|word| word >= bound)
}

/// The eight coordinates of a proof.
pub fn coordinates(proof: &Proof) -> &[Word] {
    proof.as_chunks::<32>().0
}

/// A, B and C are points of their own: no honest proof has one at infinity, which is written as zeros.
pub fn no_point_at_infinity(proof: &Proof) -> Result<(), Refusal> {
    for (part, range) in [(Part::A, 0..64), (Part::B, 64..192), (Part::C, 192..256)] {
        if proof[range].iter().all(|&byte| byte == 0) {
            return Err(Refusal::AtInfinity(part));
        }
    }
    Ok(())
}
