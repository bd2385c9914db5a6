use ark_bn254::Fr;
use ark_ff::Zero;

use crate::{
    Error,
    sections::{Reader, Sections},
};

/// Weights of wires.
pub type Row = Vec<(Fr, usize)>;

/// The rules of a circuit: `a * b = c`, each side a sum of weighted wires.
#[derive(Clone, Debug)]
pub struct R1cs {
    /// Values of a witness.
    pub wires: usize,
    /// Public signals: the wires from 1 on.
    pub signals: usize,
    /// The sides a, b and c of each rule.
    pub constraints: Vec<[Row; 3]>,
}

/// Reads iden3's r1cs format, version 1.
///
/// # Errors
///
/// [`Error::Damaged`], [`Error::OtherCurve`], [`Error::TooLarge`].
pub fn read_r1cs(bytes: &[u8]) -> Result<R1cs, Error> {
    let sections = Sections::read(bytes, "r1cs", 1)?;
    let mut header = sections.get(1)?;
    header.scalar_field()?;
    let wires = header.size()?;
    let signals = header.size()?.saturating_add(header.size()?);
    let _secret = header.u32()?;
    let _labels = header.u64()?;
    let count = header.size()?;
    if signals >= wires {
        return Err(Error::damaged("The .r1cs file", "has more public signals than wires"));
    }
    let mut rows = sections.get(2)?;
    let mut constraints = vec![];
    for _ in 0..count {
        constraints.push([row(&mut rows, wires)?, row(&mut rows, wires)?, row(&mut rows, wires)?]);
    }
    rows.pieces(0, 1)?;
    Ok(R1cs { wires, signals, constraints })
}

fn row(from: &mut Reader<'_>, wires: usize) -> Result<Row, Error> {
    let count = from.count(36)?;
    let mut row = Vec::with_capacity(count);
    for _ in 0..count {
        let (wire, weight) = (from.size()?, from.scalar()?);
        if wire >= wires {
            return Err(Error::damaged(&from.what, format!("names wire {wire} of {wires}")));
        }
        if !weight.is_zero() {
            row.push((weight, wire));
        }
    }
    Ok(row)
}

impl R1cs {
    /// Whether the witness keeps every rule.
    ///
    /// # Errors
    ///
    /// [`Error::Mismatch`] for a witness of another length, [`Error::Unsatisfied`] with the first rule it breaks.
    pub fn check(&self, witness: &[Fr]) -> Result<(), Error> {
        if witness.len() != self.wires {
            let problem =
                format!("The witness has {} wires, the .r1cs file {}", witness.len(), self.wires);
            return Err(Error::Mismatch { problem });
        }
        let broken = self
            .constraints
            .iter()
            .position(|[a, b, c]| sum(a, witness) * sum(b, witness) != sum(c, witness));
        broken.map_or(Ok(()), |constraint| Err(Error::Unsatisfied { constraint }))
    }
}

/// The value of a row. Wires are below the witness's length: whoever reads rows has to check it.
pub(crate) fn sum(row: &[(Fr, usize)], witness: &[Fr]) -> Fr {
    row.iter().map(|(weight, wire)| *weight * witness[*wire]).sum()
}
