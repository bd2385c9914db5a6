use crate::Word;

/// The chain's hash. On a chain that is [`VmHooks`](crate); tests bring their own.
pub trait Keccak {
    /// keccak256 of these bytes.
    fn keccak256(&mut self, input: &[u8]) -> Word;
}
