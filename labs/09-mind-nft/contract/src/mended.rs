//! The same rules as in `stable.rs`, mended. Each difference is marked with the promise that it keeps.

use crate::{
    stable::{add, change, cross, only_owner},
    steps::{
        BadWeight, Bred, DnaTaken, Entered, Error, FEE, Full, NoSuchWeight, NobodyEntered, Stable,
        WrongFee,
    },
};
use alloy_primitives::U256;
use lab09_core::{WEIGHTS, set_half, weight};
use stylus_sdk::prelude::*;

/// Most minds in a race.
const PLACES: usize = 16;

pub fn train(stable: &mut Stable, id: U256, at: u8, value: u8) -> Result<(), Error> {
    only_owner(stable, id)?;
    if usize::from(at) >= WEIGHTS {
        return Err(Error::NoSuchWeight(NoSuchWeight { at }));
    }
    // weight: four bits, or the neighbor in the same byte changes too.
    if value > 15 {
        return Err(Error::BadWeight(BadWeight { value }));
    }
    let mut dna = stable.dnas.get(id);
    set_half(&mut dna.0, usize::from(at), value);
    change(stable, id, dna)
}

pub fn breed(stable: &mut Stable, mother: U256, father: U256) -> Result<U256, Error> {
    only_owner(stable, mother)?;
    // owner: of both.
    only_owner(stable, father)?;
    let dna = cross(stable, stable.dnas.get(mother), stable.dnas.get(father));
    // copy: the same parents have the same child, and it may be there.
    if stable.taken.get(dna) {
        return Err(Error::DnaTaken(DnaTaken { dna }));
    }
    let id = add(stable, dna);
    stable.vm().log(Bred { id, mother, father });
    Ok(id)
}

pub fn enter(stable: &mut Stable, id: U256) -> Result<(), Error> {
    only_owner(stable, id)?;
    let (expected, actual) = (U256::from(FEE), stable.vm().msg_value());
    if actual != expected {
        return Err(Error::WrongFee(WrongFee { expected, actual }));
    }
    // loop: a mind once, and no more than fit.
    if stable.entered.get(id) {
        return Err(Error::Entered(Entered { id }));
    }
    if stable.entrants.len() >= PLACES {
        return Err(Error::Full(Full {}));
    }
    stable.entered.insert(id, true);
    stable.entrants.push(id);
    Ok(())
}

/// The mind with the largest sum of weights; of equal ones the first that entered.
pub fn winner(stable: &mut Stable) -> Result<U256, Error> {
    // draw: nothing that whoever calls can choose, and that is the moment too.
    let mut best = None;
    for place in 0..stable.entrants.len() {
        let id = stable.entrants.get(place).unwrap_or_default();
        let dna = stable.dnas.get(id).0;
        let speed: i32 = (0..WEIGHTS).map(|at| weight(&dna, at)).sum();
        if best.is_none_or(|(fastest, _)| speed > fastest) {
            best = Some((speed, id));
        }
    }
    best.map(|(_, id)| id).ok_or(Error::NobodyEntered(NobodyEntered {}))
}
