//! Binary files of circom and snarkjs: magic, version, numbered sections, all little-endian.

use ark_bn254::{Fq, Fr};
use ark_ff::{BigInt, PrimeField};

use crate::Error;

/// A file cut into its sections.
pub(crate) struct Sections<'a> {
    what: String,
    found: Vec<(u32, &'a [u8])>,
}

impl<'a> Sections<'a> {
    /// Refuses another magic or version, a section cut short or given twice.
    pub(crate) fn read(bytes: &'a [u8], magic: &str, version: u32) -> Result<Self, Error> {
        let what = format!("The .{magic} file");
        let mut reader = Reader { what: what.clone(), bytes };
        if reader.raw(4)? != magic.as_bytes() {
            return Err(Error::damaged(&what, format!("does not begin with {magic}")));
        }
        let given = reader.u32()?;
        if given != version {
            return Err(Error::damaged(
                &what,
                format!("has version {given}; this reads {version}"),
            ));
        }
        let mut found: Vec<(u32, &[u8])> = vec![];
        for _ in 0..reader.count(12)? {
            let id = reader.u32()?;
            if found.iter().any(|(other, _)| *other == id) {
                return Err(Error::damaged(&what, format!("has section {id} twice")));
            }
            let length = usize::try_from(reader.u64()?).unwrap_or(usize::MAX);
            found.push((id, reader.raw(length)?));
        }
        Ok(Self { what, found })
    }

    pub(crate) fn get(&self, id: u32) -> Result<Reader<'a>, Error> {
        let found = self.found.iter().find(|(other, _)| *other == id);
        let (_, bytes) =
            found.ok_or_else(|| Error::damaged(&self.what, format!("has no section {id}")))?;
        Ok(Reader { what: format!("{}, section {id},", self.what), bytes })
    }
}

/// Reads values from the front of a section.
pub(crate) struct Reader<'a> {
    pub(crate) what: String,
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn raw(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let (front, rest) = self
            .bytes
            .split_at_checked(length)
            .ok_or_else(|| Error::damaged(&self.what, "ends in the middle of a value"))?;
        self.bytes = rest;
        Ok(front)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let mut bytes = [0; N];
        bytes.copy_from_slice(self.raw(N)?);
        Ok(bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Error> {
        self.array().map(u64::from_le_bytes)
    }

    /// A number of things that is held in memory as such.
    pub(crate) fn size(&mut self) -> Result<usize, Error> {
        Ok(self.u32()? as usize)
    }

    /// A number of items of at least `least` bytes: more than there are bytes for is refused before memory is asked for.
    pub(crate) fn count(&mut self, least: usize) -> Result<usize, Error> {
        let count = self.size()?;
        if count.checked_mul(least).is_none_or(|bytes| bytes > self.bytes.len()) {
            return Err(Error::damaged(
                &self.what,
                format!("counts {count} items and ends before"),
            ));
        }
        Ok(count)
    }

    /// What is left, in pieces of `size` bytes, exactly `count` of them.
    pub(crate) fn pieces(self, count: usize, size: usize) -> Result<Vec<&'a [u8]>, Error> {
        if count.checked_mul(size) != Some(self.bytes.len()) {
            let given = self.bytes.len() / size;
            return Err(Error::damaged(
                &self.what,
                format!("has room for {given} items where {count} belong"),
            ));
        }
        Ok(self.bytes.chunks_exact(size).collect())
    }

    /// An integer of 256 bits as it stands.
    pub(crate) fn integer(&mut self) -> Result<BigInt<4>, Error> {
        Ok(integer(self.raw(32)?))
    }

    /// The field's size and prime: this reads numbers of 32 bytes of BN254's scalar field only.
    pub(crate) fn scalar_field(&mut self) -> Result<(), Error> {
        self.prime(Fr::MODULUS)
    }

    pub(crate) fn coordinate_field(&mut self) -> Result<(), Error> {
        self.prime(Fq::MODULUS)
    }

    fn prime(&mut self, prime: BigInt<4>) -> Result<(), Error> {
        if self.u32()? != 32 || self.integer()? != prime {
            return Err(Error::OtherCurve { what: self.what.clone() });
        }
        Ok(())
    }

    /// A number of the scalar field.
    pub(crate) fn scalar(&mut self) -> Result<Fr, Error> {
        scalar(self.raw(32)?, &self.what)
    }
}

/// 32 bytes, the least first.
pub(crate) fn integer(bytes: &[u8]) -> BigInt<4> {
    let mut limbs = [0; 4];
    for (limb, bytes) in limbs.iter_mut().zip(bytes.chunks_exact(8)) {
        *limb = bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte));
    }
    BigInt(limbs)
}

pub(crate) fn scalar(bytes: &[u8], what: &str) -> Result<Fr, Error> {
    Fr::from_bigint(integer(bytes))
        .ok_or_else(|| Error::TooLarge { what: format!("A number of {what}") })
}
