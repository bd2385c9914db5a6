//! The rules of a model registry. This is the file you edit.
//!
//! `chain.rs` has the types and what the rules see of a chain, `net.rs` runs a net that comes as bytes. No SDK in here:
//! the chain is a trait.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod chain;
mod net;

use alloc::vec::Vec;
pub use chain::{Account, Draft, Look, NOBODY, NOTICE, ROOM, Refused, Registry, Version, Word};
pub use inkling_quant::{InputError, argmax};
pub use net::{check_input, schema, scores};

/// The bytes of a net from its data contracts, in order, each without its first byte.
pub fn read_weights(chain: &dyn Look, parts: &[Account]) -> Result<Vec<u8>, Refused> {
    // TODO(8.2): each part's code, without its first byte. No code: MissingPart. A first byte that isn't 0: NotData.
    let _ = (Vec::<u8>::with_capacity(ROOM), chain.code(&parts[0]), Refused::NotData(0));
    todo!("8.2 read the weights")
}

/// Puts a model on record with its first version, which answers at once: nobody can rely on it yet.
pub fn register(chain: &mut dyn Registry, draft: Draft) -> Result<u64, Refused> {
    let schema = admit(chain, &draft)?;
    let id = chain.create(chain.sender(), schema);
    chain.add(id, draft, chain.now());
    Ok(id)
}

/// What a draft has to stand up to before it is written down: its bytes are there, have its hash, and are a net.
/// Returns the net's schema.
fn admit(chain: &dyn Look, draft: &Draft) -> Result<Word, Refused> {
    let bytes = read_weights(chain, &draft.parts)?;
    if chain.keccak(&bytes) != draft.weights_hash {
        return Err(Refused::WrongHash);
    }
    schema(&bytes)
}

/// Adds a version that answers when `NOTICE` has passed; returns its number and its `active_from`.
pub fn propose(chain: &mut dyn Registry, id: u64, draft: Draft) -> Result<(u32, u64), Refused> {
    // TODO(8.3): only the owner; `admit` the draft, and refuse another schema than the model has; then `add` it,
    // with the notice that users get. Return its number and its `active_from`.
    let _ = (only_owner(chain, id), admit(chain, &draft), Refused::OtherSchema, NOTICE);
    todo!("8.3 propose a version")
}

fn only_owner(chain: &dyn Look, id: u64) -> Result<(), Refused> {
    let owner = existing(chain, id)?;
    if owner == chain.sender() { Ok(()) } else { Err(Refused::NotOwner) }
}

/// A model's owner.
fn existing(chain: &dyn Look, id: u64) -> Result<Account, Refused> {
    let owner = chain.owner(id);
    if owner == NOBODY { Err(Refused::NoSuchModel) } else { Ok(owner) }
}

/// Takes a version out of use, at once and for good. One that doesn't answer yet never will.
pub fn deprecate(chain: &mut dyn Registry, id: u64, number: u32) -> Result<(), Refused> {
    only_owner(chain, id)?;
    if !(1..=chain.versions(id)).contains(&number) {
        return Err(Refused::NoSuchVersion(number));
    }
    if chain.version(id, number).deprecated {
        return Err(Refused::Deprecated(number));
    }
    chain.set_deprecated(id, number);
    Ok(())
}

/// The version that answers a call: the pinned one and no other, or, for a pin of 0, the newest that may answer now.
pub fn answering(chain: &dyn Look, id: u64, pin: u32) -> Result<u32, Refused> {
    existing(chain, id)?;
    // TODO(8.4): a pin of 0 is the newest version that is `usable`, or NoVersion. Any other pin is that version, as
    // long as it exists and is usable. Versions count from 1.
    let _ = (usable(chain, id, pin), chain.versions(id), Refused::NoSuchVersion(pin));
    todo!("8.4 which version answers")
}

/// Whether a version may answer now: it is not deprecated, and its `active_from` has come.
fn usable(chain: &dyn Look, id: u64, number: u32) -> Result<(), Refused> {
    let Version { active_from, deprecated } = chain.version(id, number);
    if deprecated {
        return Err(Refused::Deprecated(number));
    }
    if chain.now() < active_from { Err(Refused::NotYet(active_from)) } else { Ok(()) }
}

/// Offers a model to an account. It stays the owner's until that account takes it; a new offer takes the place of the
/// last, and one to `NOBODY` takes it back.
pub fn offer(chain: &mut dyn Registry, id: u64, to: Account) -> Result<(), Refused> {
    only_owner(chain, id)?;
    chain.set_offered(id, to);
    Ok(())
}

/// Takes a model that was offered to the sender.
pub fn accept(chain: &mut dyn Registry, id: u64) -> Result<(), Refused> {
    existing(chain, id)?;
    // TODO(8.5): only the account to which it is offered; then it is the owner, and nothing is on offer any more.
    let _ = (chain.offered(id), chain.sender(), Refused::NotOffered, NOBODY);
    todo!("8.5 take what is offered")
}
