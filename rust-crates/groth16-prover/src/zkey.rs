use ark_bn254::{Bn254, Fq, Fq2, Fr, G1Affine, G2Affine};
use ark_ec::AffineRepr;
use ark_ff::{BigInt, PrimeField, Zero};
use ark_groth16::{ProvingKey, VerifyingKey};
use ark_relations::r1cs::ConstraintMatrices;
use rayon::prelude::*;

use crate::{
    Error, R1cs,
    r1cs::Row,
    sections::{Sections, integer},
    subgroup::in_subgroup,
};

/// The field has roots of unity of order 2^28, and the coset takes one of them.
const LARGEST_DOMAIN: usize = 1 << 27;

/// A proving key of snarkjs, and the circuit that it carries.
#[derive(Clone, Debug)]
pub struct Key {
    /// As arkworks has it, its `h_query` in snarkjs' basis: see [`CosetReduction`](crate::CosetReduction).
    pub proving: ProvingKey<Bn254>,
    /// A and B by rows, those for the public signals included. C is not in a `.zkey`.
    pub matrices: ConstraintMatrices<Fr>,
    /// Values of a witness.
    pub wires: usize,
    /// Public signals: the wires from 1 on.
    pub signals: usize,
    /// Rows of the domain, a power of 2.
    pub domain: usize,
}

/// Reads snarkjs' `.zkey` (groth16, version 1). Every point is checked to be of its group, because whoever makes a key
/// with points of a small subgroup reads sums of the witness from proofs.
///
/// # Errors
///
/// [`Error::Damaged`], [`Error::OtherCurve`], [`Error::TooLarge`], [`Error::BadPoint`].
pub fn read_zkey(bytes: &[u8]) -> Result<Key, Error> {
    let what = "The .zkey file";
    let sections = Sections::read(bytes, "zkey", 1)?;
    if sections.get(1)?.u32()? != 1 {
        return Err(Error::OtherCurve { what: what.into() });
    }
    let mut header = sections.get(2)?;
    header.coordinate_field()?;
    header.scalar_field()?;
    let [wires, signals, domain] = [header.size()?, header.size()?, header.size()?];
    if signals >= wires {
        return Err(Error::damaged(what, "has more public signals than wires"));
    }
    if !domain.is_power_of_two() || !(2..=LARGEST_DOMAIN).contains(&domain) {
        return Err(Error::damaged(
            what,
            format!("has a domain of {domain}, no power of 2 in range"),
        ));
    }
    let mut one = || first(header.raw(64)?);
    let [alpha_g1, beta_g1] = [one()?, one()?];
    let [beta_g2, gamma_g2] = [second(header.raw(128)?)?, second(header.raw(128)?)?];
    let delta_g1 = first(header.raw(64)?)?;
    let delta_g2 = second(header.raw(128)?)?;

    let many = |id: u32, count: usize| -> Result<Vec<G1Affine>, Error> {
        sections.get(id)?.pieces(count, 64)?.par_iter().map(|bytes| first(bytes)).collect()
    };
    let gamma_abc_g1 = many(3, signals + 1)?;
    let a_query = many(5, wires)?;
    let b_g1_query = many(6, wires)?;
    let b_g2_query: Vec<G2Affine> = sections
        .get(7)?
        .pieces(wires, 128)?
        .par_iter()
        .map(|bytes| second(bytes))
        .collect::<Result<_, _>>()?;
    let l_query = many(8, wires - signals - 1)?;
    let h_query = many(9, domain)?;
    let all: Vec<G2Affine> =
        b_g2_query.iter().copied().chain([beta_g2, gamma_g2, delta_g2]).collect();
    if !in_subgroup(&all) {
        return Err(Error::BadPoint { what: "A point of G2 in the .zkey file".into() });
    }
    let matrices = matrices(&sections, wires, signals, domain)?;
    let vk = VerifyingKey { alpha_g1, beta_g2, gamma_g2, delta_g2, gamma_abc_g1 };
    let proving =
        ProvingKey { vk, beta_g1, delta_g1, a_query, b_g1_query, b_g2_query, h_query, l_query };
    Ok(Key { proving, matrices, wires, signals, domain })
}

fn matrices(
    sections: &Sections<'_>,
    wires: usize,
    signals: usize,
    domain: usize,
) -> Result<ConstraintMatrices<Fr>, Error> {
    let mut from = sections.get(4)?;
    let count = from.count(44)?;
    let mut sides: [Vec<Row>; 2] = [vec![vec![]; domain], vec![vec![]; domain]];
    for _ in 0..count {
        let [side, row, wire] = [from.size()?, from.size()?, from.size()?];
        if side > 1 || row >= domain || wire >= wires {
            return Err(Error::damaged(&from.what, "has a weight outside of its matrices"));
        }
        // Weights are stored times 2^512, twice Montgomery's factor.
        let once = montgomery::<Fr, 4>(from.integer()?, Fr::MODULUS, Fr::new_unchecked)
            .ok_or_else(|| Error::TooLarge { what: "A weight of the .zkey file".into() })?;
        sides[side][row].push((Fr::new_unchecked(once.into_bigint()), wire));
    }
    from.pieces(0, 1)?;
    let [a, b] = sides;
    let entries = |rows: &[Row]| rows.iter().map(Vec::len).sum();
    Ok(ConstraintMatrices {
        num_instance_variables: signals + 1,
        num_witness_variables: wires - signals - 1,
        num_constraints: domain,
        a_num_non_zero: entries(&a),
        b_num_non_zero: entries(&b),
        c_num_non_zero: 0,
        a,
        b,
        c: vec![],
    })
}

/// A number that is stored times 2^256, as this curve library holds it too; nothing for one that is not below its prime.
fn montgomery<F, const N: usize>(
    stored: BigInt<N>,
    prime: BigInt<N>,
    take: impl Fn(BigInt<N>) -> F,
) -> Option<F> {
    (stored < prime).then(|| take(stored))
}

fn coordinate(bytes: &[u8]) -> Result<Fq, Error> {
    montgomery(integer(bytes), Fq::MODULUS, Fq::new_unchecked)
        .ok_or_else(|| Error::TooLarge { what: "A coordinate of the .zkey file".into() })
}

fn first(bytes: &[u8]) -> Result<G1Affine, Error> {
    let [x, y] = [coordinate(&bytes[..32])?, coordinate(&bytes[32..])?];
    if x.is_zero() && y.is_zero() {
        return Ok(G1Affine::zero());
    }
    let point = G1Affine::new_unchecked(x, y);
    // Its cofactor is 1: on the curve is in the group.
    if point.is_on_curve() { Ok(point) } else { Err(bad("G1")) }
}

fn second(bytes: &[u8]) -> Result<G2Affine, Error> {
    let part = |i: usize| coordinate(&bytes[32 * i..][..32]);
    let (x, y) = (Fq2::new(part(0)?, part(1)?), Fq2::new(part(2)?, part(3)?));
    if x.is_zero() && y.is_zero() {
        return Ok(G2Affine::zero());
    }
    let point = G2Affine::new_unchecked(x, y);
    if point.is_on_curve() { Ok(point) } else { Err(bad("G2")) }
}

fn bad(group: &str) -> Error {
    Error::BadPoint { what: format!("A point of {group} in the .zkey file") }
}

impl Key {
    /// Whether the key is of this circuit: the same wires and signals, and the same sides a and b of every rule.
    ///
    /// # Errors
    ///
    /// [`Error::Mismatch`].
    pub fn check_circuit(&self, circuit: &R1cs) -> Result<(), Error> {
        let numbers = |wires, signals| format!("{wires} wires and {signals} public signals");
        if (self.wires, self.signals) != (circuit.wires, circuit.signals) {
            let problem = format!(
                "The .zkey file is for {}, the .r1cs file has {}",
                numbers(self.wires, self.signals),
                numbers(circuit.wires, circuit.signals)
            );
            return Err(Error::Mismatch { problem });
        }
        let rules = circuit.constraints.len();
        if rules + circuit.signals + 1 > self.domain {
            let problem =
                format!("{rules} rules don't fit the .zkey file's domain of {}", self.domain);
            return Err(Error::Mismatch { problem });
        }
        let sorted = |row: &Row| {
            let mut row = row.clone();
            row.sort_unstable_by_key(|(_, wire)| *wire);
            row
        };
        let differs = circuit.constraints.iter().enumerate().position(|(row, [a, b, _])| {
            sorted(a) != sorted(&self.matrices.a[row]) || sorted(b) != sorted(&self.matrices.b[row])
        });
        differs.map_or(Ok(()), |row| {
            let problem =
                format!("Constraint {row} of the .r1cs file is another in the .zkey file");
            Err(Error::Mismatch { problem })
        })
    }
}
