//! The Solidity face: models with versions, and a net that runs from whichever version answers.

use crate::error::{Error, NoSuchVersion};
use alloc::{vec, vec::Vec};
use alloy_primitives::{Address, FixedBytes, U32, U64};
use alloy_sol_types::sol;
use lab08_core::{
    Draft, Look, Refused, accept, answering, argmax, check_input, deprecate, offer, propose,
    read_weights, register, scores,
};
use stylus_sdk::{
    abi::Bytes,
    prelude::*,
    storage::{
        StorageAddress, StorageBool, StorageFixedBytes, StorageMap, StorageU32, StorageU64,
        StorageVec,
    },
};

sol! {
    event Registered(uint64 indexed id, address indexed owner, bytes32 schema);
    /// The version answers from `activeFrom` on to who follows the newest.
    event VersionProposed(uint64 indexed id, uint32 indexed version, uint64 activeFrom, bytes32 weightsHash, bytes32 keyHash, address[] parts);
    event VersionDeprecated(uint64 indexed id, uint32 indexed version);
    event OwnershipOffered(uint64 indexed id, address indexed to);
    event OwnershipTransferred(uint64 indexed id, address indexed from, address indexed to);
}

#[storage]
pub struct VersionEntry {
    pub(crate) active_from: StorageU64,
    pub(crate) deprecated: StorageBool,
    pub(crate) weights_hash: StorageFixedBytes<32>,
    pub(crate) key_hash: StorageFixedBytes<32>,
    pub(crate) parts: StorageVec<StorageAddress>,
}

#[storage]
pub struct Model {
    pub(crate) owner: StorageAddress,
    pub(crate) count: StorageU32,
    pub(crate) offered: StorageAddress,
    pub(crate) schema: StorageFixedBytes<32>,
    pub(crate) versions: StorageMap<U32, VersionEntry>,
}

#[storage]
#[entrypoint]
pub struct Models {
    pub(crate) count: StorageU64,
    pub(crate) models: StorageMap<U64, Model>,
}

#[public]
impl Models {
    /// Puts a model on record. Version 1 answers at once.
    pub fn register(
        &mut self,
        weights_hash: FixedBytes<32>,
        key_hash: FixedBytes<32>,
        parts: Vec<Address>,
    ) -> Result<u64, Error> {
        let draft = draft(weights_hash, key_hash, &parts);
        let id = register(self, draft).map_err(|refused| Error::of(refused, 0))?;
        let owner = self.vm().msg_sender();
        self.vm().log(Registered { id, owner, schema: FixedBytes(Look::schema(self, id)) });
        let active_from = self.vm().block_timestamp();
        self.log_version(id, 1, active_from, weights_hash, key_hash, parts);
        Ok(id)
    }

    /// Adds a version, which answers after the notice. Only the owner.
    pub fn propose(
        &mut self,
        id: u64,
        weights_hash: FixedBytes<32>,
        key_hash: FixedBytes<32>,
        parts: Vec<Address>,
    ) -> Result<u32, Error> {
        let draft = draft(weights_hash, key_hash, &parts);
        let (number, from) = propose(self, id, draft).map_err(|refused| Error::of(refused, id))?;
        self.log_version(id, number, from, weights_hash, key_hash, parts);
        Ok(number)
    }

    /// Takes a version out of use, at once and for good. Only the owner.
    pub fn deprecate(&mut self, id: u64, version: u32) -> Result<(), Error> {
        deprecate(self, id, version).map_err(|refused| Error::of(refused, id))?;
        self.vm().log(VersionDeprecated { id, version });
        Ok(())
    }

    /// Offers the model to an account; the zero address takes an offer back. Only the owner.
    pub fn offer_ownership(&mut self, id: u64, to: Address) -> Result<(), Error> {
        offer(self, id, to.into_array()).map_err(|refused| Error::of(refused, id))?;
        self.vm().log(OwnershipOffered { id, to });
        Ok(())
    }

    /// Takes a model that is offered to the sender.
    pub fn accept_ownership(&mut self, id: u64) -> Result<(), Error> {
        let from = self.owner(id);
        accept(self, id).map_err(|refused| Error::of(refused, id))?;
        let to = self.vm().msg_sender();
        self.vm().log(OwnershipTransferred { id, from, to });
        Ok(())
    }

    /// The class with the highest score; the lowest wins a tie. `version` 0 is the newest that answers.
    pub fn classify(&self, id: u64, version: u32, input: Bytes) -> Result<u8, Error> {
        Ok(argmax(&self.run(id, version, &input)?) as u8)
    }

    /// One score a class.
    pub fn scores(&self, id: u64, version: u32, input: Bytes) -> Result<Vec<i32>, Error> {
        self.run(id, version, &input)
    }

    /// The version that answers a pin now; 0 asks for the newest.
    pub fn answering(&self, id: u64, version: u32) -> Result<u32, Error> {
        answering(self, id, version).map_err(|refused| Error::of(refused, id))
    }

    /// Who owns a model; zero for one that isn't there.
    pub fn owner(&self, id: u64) -> Address {
        Address::from(Look::owner(self, id))
    }

    /// To whom a model is offered; zero for nobody.
    pub fn offered_to(&self, id: u64) -> Address {
        Address::from(Look::offered(self, id))
    }

    /// Inputs and outputs (two bytes each) and the largest pixel, at the front of a word.
    pub fn schema(&self, id: u64) -> FixedBytes<32> {
        FixedBytes(Look::schema(self, id))
    }

    /// How many versions a model has. They count from 1.
    pub fn version_count(&self, id: u64) -> u32 {
        Look::versions(self, id)
    }

    /// What a version is: hash of its weights, hash of its verifying key, the time from which it answers, deprecated or not, its parts.
    #[allow(clippy::type_complexity)]
    pub fn version(
        &self,
        id: u64,
        version: u32,
    ) -> Result<(FixedBytes<32>, FixedBytes<32>, u64, bool, Vec<Address>), Error> {
        if !(1..=Look::versions(self, id)).contains(&version) {
            return Err(Error::NoSuchVersion(NoSuchVersion { version }));
        }
        let model = self.models.getter(U64::from(id));
        let entry = model.versions.getter(U32::from(version));
        Ok((
            entry.weights_hash.get(),
            entry.key_hash.get(),
            entry.active_from.get().to(),
            entry.deprecated.get(),
            self.parts(id, version),
        ))
    }
}

impl Models {
    /// Admission has shown that the parts are data and a net, and neither can change: here nothing is hashed again.
    fn run(&self, id: u64, version: u32, input: &[u8]) -> Result<Vec<i32>, Error> {
        let refused = |refused: Refused| Error::of(refused, id);
        let number = answering(self, id, version).map_err(refused)?;
        check_input(&Look::schema(self, id), input)?;
        let parts: Vec<_> =
            self.parts(id, number).into_iter().map(|part| part.into_array()).collect();
        Ok(scores(&read_weights(self, &parts).map_err(refused)?, input))
    }

    fn parts(&self, id: u64, number: u32) -> Vec<Address> {
        let model = self.models.getter(U64::from(id));
        let entry = model.versions.getter(U32::from(number));
        (0..entry.parts.len()).filter_map(|index| entry.parts.get(index)).collect()
    }

    fn log_version(
        &self,
        id: u64,
        version: u32,
        from: u64,
        weights_hash: FixedBytes<32>,
        key_hash: FixedBytes<32>,
        parts: Vec<Address>,
    ) {
        self.vm().log(VersionProposed {
            id,
            version,
            activeFrom: from,
            weightsHash: weights_hash,
            keyHash: key_hash,
            parts,
        });
    }
}

fn draft(weights_hash: FixedBytes<32>, key_hash: FixedBytes<32>, parts: &[Address]) -> Draft {
    let parts = parts.iter().map(|part| part.into_array()).collect();
    Draft { weights_hash: weights_hash.0, key_hash: key_hash.0, parts }
}
