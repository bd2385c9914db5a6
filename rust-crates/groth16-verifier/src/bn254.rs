use crate::{Refusal, Word};

/// A point of G1: x and y. The point at infinity is all zeros.
pub type Point = [u8; 64];

/// Addresses of the precompiles (EIP-196, EIP-197): the last byte, the others are 0.
pub mod precompile {
    /// Adds two points.
    pub const ADD: u8 = 0x06;
    /// Multiplies a point with a scalar.
    pub const MULTIPLY: u8 = 0x07;
    /// Whether a product of pairings is 1.
    pub const PAIRING: u8 = 0x08;
}

/// What the precompiles take (EIP-1108), and so the most that a call to them may be given: on a malformed point they
/// take everything.
pub mod gas {
    /// Of an addition.
    pub const ADD: u64 = 150;
    /// Of a multiplication.
    pub const MULTIPLY: u64 = 6_000;

    /// Of a product of `pairs` pairings.
    #[must_use]
    pub const fn pairing(pairs: u64) -> u64 {
        45_000 + 34_000 * pairs
    }
}

/// Static calls to the curve's precompiles. On a chain that is [`VmHooks`](crate); tests bring their own.
pub trait Bn254 {
    /// Calls the precompile whose address is 19 zeros and then `address`, with at most `gas`, and copies the beginning of
    /// what it answers to `output`.
    ///
    /// Gives the length of the whole answer, or `None` when the call failed. Success with an answer of another length
    /// than expected is not yet a result: an account without code answers every call with success and nothing.
    fn static_call(
        &mut self,
        address: u8,
        gas: u64,
        input: &[u8],
        output: &mut [u8],
    ) -> Option<usize>;
}

/// Point plus point.
pub(crate) fn add(bn: &mut (impl Bn254 + ?Sized), a: &Point, b: &Point) -> Result<Point, Refusal> {
    let mut input = [0; 128];
    input[..64].copy_from_slice(a);
    input[64..].copy_from_slice(b);
    call(bn, precompile::ADD, gas::ADD, &input)
}

/// Point times scalar.
pub(crate) fn multiply(
    bn: &mut (impl Bn254 + ?Sized),
    point: &Point,
    scalar: &Word,
) -> Result<Point, Refusal> {
    let mut input = [0; 96];
    input[..64].copy_from_slice(point);
    input[64..].copy_from_slice(scalar);
    call(bn, precompile::MULTIPLY, gas::MULTIPLY, &input)
}

/// Whether the product over `input`, 192 bytes a pair, is 1.
pub(crate) fn is_one(bn: &mut (impl Bn254 + ?Sized), input: &[u8]) -> Result<bool, Refusal> {
    let cap = gas::pairing((input.len() / 192) as u64);
    let answer: Word = call(bn, precompile::PAIRING, cap, input)?;
    let (&last, zeros) = answer.split_last().unwrap_or((&0, &[]));
    match last {
        1 if zeros.iter().all(|&byte| byte == 0) => Ok(true),
        _ => Ok(false),
    }
}

/// A call that has to succeed with an answer of exactly `N` bytes.
fn call<const N: usize>(
    bn: &mut (impl Bn254 + ?Sized),
    address: u8,
    gas: u64,
    input: &[u8],
) -> Result<[u8; N], Refusal> {
    let mut output = [0; N];
    match bn.static_call(address, gas, input, &mut output) {
        Some(length) if length == N => Ok(output),
        _ => Err(Refusal::CallFailed(address)),
    }
}
