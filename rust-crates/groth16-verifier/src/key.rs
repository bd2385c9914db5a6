use crate::Point;

/// A verifying key for `SIGNALS` public signals: alpha (2 words), beta, gamma, delta (4 each, imaginary part first),
/// IC\[0\] ... IC\[`SIGNALS`\] (2 each), 512 + 64 * `SIGNALS` bytes.
///
/// A key is a constant of the contract: its points are not checked here, where that would cost gas with every proof,
/// but when the key is made.
///
/// ```
/// # use inkling_groth16_verifier::VerifyingKey;
/// static BYTES: [u8; 704] = [0; 704]; // from a file: include_bytes!
/// const KEY: VerifyingKey<'static, 3> = VerifyingKey::new(&BYTES);
/// assert_eq!(KEY.bytes().len(), 704);
/// ```
///
/// A key of another length does not compile, where it is a `const`:
///
/// ```compile_fail
/// # use inkling_groth16_verifier::VerifyingKey;
/// const KEY: VerifyingKey<'static, 2> = VerifyingKey::new(&[0; 704]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyingKey<'a, const SIGNALS: usize>(&'a [u8]);

impl<'a, const SIGNALS: usize> VerifyingKey<'a, SIGNALS> {
    /// Bytes of such a key.
    pub const BYTES: usize = 512 + 64 * SIGNALS;

    /// # Panics
    ///
    /// When the length is not [`Self::BYTES`].
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        assert!(bytes.len() == Self::BYTES, "a verifying key has 512 bytes and 64 a signal");
        Self(bytes)
    }

    /// The key as it is written: what its hash is taken of.
    #[must_use]
    pub const fn bytes(&self) -> &'a [u8] {
        self.0
    }

    /// alpha in G1.
    pub(crate) fn alpha(&self) -> &'a [u8] {
        &self.0[..64]
    }

    /// beta, gamma or delta in G2, for 0, 1, 2.
    pub(crate) fn second(&self, index: usize) -> &'a [u8] {
        &self.0[64 + 128 * index..][..128]
    }

    /// IC\[index\].
    pub(crate) fn ic(&self, index: usize) -> Point {
        core::array::from_fn(|i| self.0[448 + 64 * index + i])
    }
}
