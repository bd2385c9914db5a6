use ark_bn254::Fr;

use crate::{
    Error,
    sections::{Sections, scalar},
};

/// Reads snarkjs' witness format, version 2: the value of every wire, wire 0 is 1.
///
/// # Errors
///
/// [`Error::Damaged`], [`Error::OtherCurve`], [`Error::TooLarge`]; [`Error::Mismatch`] where wire 0 is not 1.
pub fn read_wtns(bytes: &[u8]) -> Result<Vec<Fr>, Error> {
    let sections = Sections::read(bytes, "wtns", 2)?;
    let mut header = sections.get(1)?;
    header.scalar_field()?;
    let count = header.size()?;
    let values = sections.get(2)?;
    let what = values.what.clone();
    let witness: Vec<Fr> = values
        .pieces(count, 32)?
        .into_iter()
        .map(|value| scalar(value, &what))
        .collect::<Result<_, _>>()?;
    if witness.first() != Some(&Fr::from(1)) {
        return Err(Error::Mismatch { problem: "Wire 0 of the witness is not 1".into() });
    }
    Ok(witness)
}
