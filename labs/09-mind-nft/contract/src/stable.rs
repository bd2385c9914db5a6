//! The stable's rules, as its author deployed them. Audit this file: five promises of the README's list do not hold.

use crate::steps::{
    Bred, DnaTaken, Error, FEE, NoSuchMind, NoSuchWeight, NobodyEntered, NotOwner, Stable, WrongFee,
};
use alloy_primitives::{Address, FixedBytes, U256};
use lab09_core::{WEIGHTS, half, set_half};
use stylus_sdk::prelude::*;

/// A new mind for the sender, with a DNA that no other has.
pub fn settle(stable: &mut Stable, dna: FixedBytes<32>) -> Result<U256, Error> {
    if stable.taken.get(dna) {
        return Err(Error::DnaTaken(DnaTaken { dna }));
    }
    Ok(add(stable, dna))
}

/// The sender's mind is `to`'s.
pub fn give(stable: &mut Stable, id: U256, to: Address) -> Result<(), Error> {
    only_owner(stable, id)?;
    stable.owners.insert(id, to);
    Ok(())
}

/// Weight `at` of the sender's mind becomes `value`.
pub fn train(stable: &mut Stable, id: U256, at: u8, value: u8) -> Result<(), Error> {
    only_owner(stable, id)?;
    if usize::from(at) >= WEIGHTS {
        return Err(Error::NoSuchWeight(NoSuchWeight { at }));
    }
    let mut dna = stable.dnas.get(id);
    let byte = &mut dna.0[usize::from(at) / 2];
    *byte = if at.is_multiple_of(2) { value << 4 | *byte & 15 } else { *byte & 0xf0 ^ value };
    change(stable, id, dna)
}

/// Each weight of the child is its mother's or its father's, by the bits of a hash of both.
pub fn breed(stable: &mut Stable, mother: U256, father: U256) -> Result<U256, Error> {
    only_owner(stable, mother)?;
    let (a, b) = (stable.dnas.get(mother), stable.dnas.get(father));
    if b.is_zero() {
        return Err(Error::NoSuchMind(NoSuchMind { id: father }));
    }
    let dna = cross(stable, a, b);
    let id = add(stable, dna);
    stable.vm().log(Bred { id, mother, father });
    Ok(id)
}

/// The sender's mind runs in the next race.
pub fn enter(stable: &mut Stable, id: U256) -> Result<(), Error> {
    only_owner(stable, id)?;
    let (expected, actual) = (U256::from(FEE), stable.vm().msg_value());
    if actual != expected {
        return Err(Error::WrongFee(WrongFee { expected, actual }));
    }
    stable.entrants.push(id);
    Ok(())
}

/// Any mind can win: luck decides.
pub fn winner(stable: &mut Stable) -> Result<U256, Error> {
    let luck = stable.vm().block_timestamp() as usize;
    let place = luck.checked_rem(stable.entrants.len());
    place.and_then(|place| stable.entrants.get(place)).ok_or(Error::NobodyEntered(NobodyEntered {}))
}

pub fn only_owner(stable: &Stable, id: U256) -> Result<(), Error> {
    let owner = stable.owners.get(id);
    if owner.is_zero() {
        return Err(Error::NoSuchMind(NoSuchMind { id }));
    }
    if owner != stable.vm().msg_sender() {
        return Err(Error::NotOwner(NotOwner { id }));
    }
    Ok(())
}

/// A mind more, for the sender.
pub fn add(stable: &mut Stable, dna: FixedBytes<32>) -> U256 {
    let (id, sender) = (stable.count.get(), stable.vm().msg_sender());
    stable.count.set(id + U256::ONE);
    stable.taken.insert(dna, true);
    stable.dnas.insert(id, dna);
    stable.owners.insert(id, sender);
    id
}

/// A mind's new DNA, which no other may have.
pub fn change(stable: &mut Stable, id: U256, dna: FixedBytes<32>) -> Result<(), Error> {
    let before = stable.dnas.get(id);
    if dna != before && stable.taken.get(dna) {
        return Err(Error::DnaTaken(DnaTaken { dna }));
    }
    stable.taken.insert(before, false);
    stable.taken.insert(dna, true);
    stable.dnas.insert(id, dna);
    Ok(())
}

pub fn cross(stable: &Stable, a: FixedBytes<32>, b: FixedBytes<32>) -> FixedBytes<32> {
    let chance = stable.vm().native_keccak256([a.0, b.0].as_flattened());
    let mut dna = a.0;
    for at in (0..WEIGHTS).filter(|at| chance[at / 8] >> (at % 8) & 1 == 1) {
        set_half(&mut dna, at, half(&b.0, at));
    }
    FixedBytes(dna)
}
