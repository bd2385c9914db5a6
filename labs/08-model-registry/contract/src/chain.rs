//! The chain and the contract's storage behind the core's traits.

use crate::contract::Models;
use alloc::vec::Vec;
use alloy_primitives::{Address, FixedBytes, U32, U64};
use lab08_core::{Account, Draft, Look, NOBODY, Registry, Version, Word};
use stylus_sdk::prelude::*;

impl Look for Models {
    fn sender(&self) -> Account {
        self.vm().msg_sender().into_array()
    }

    fn now(&self) -> u64 {
        self.vm().block_timestamp()
    }

    fn code(&self, account: &Account) -> Vec<u8> {
        self.vm().code(Address::from(account))
    }

    fn keccak(&self, bytes: &[u8]) -> Word {
        self.vm().native_keccak256(bytes).0
    }

    fn owner(&self, id: u64) -> Account {
        if id >= self.count.get().to() {
            return NOBODY;
        }
        self.models.getter(U64::from(id)).owner.get().into_array()
    }

    fn offered(&self, id: u64) -> Account {
        self.models.getter(U64::from(id)).offered.get().into_array()
    }

    fn schema(&self, id: u64) -> Word {
        self.models.getter(U64::from(id)).schema.get().0
    }

    fn versions(&self, id: u64) -> u32 {
        self.models.getter(U64::from(id)).count.get().to()
    }

    fn version(&self, id: u64, number: u32) -> Version {
        let model = self.models.getter(U64::from(id));
        let version = model.versions.getter(U32::from(number));
        Version {
            active_from: version.active_from.get().to(),
            deprecated: version.deprecated.get(),
        }
    }
}

impl Registry for Models {
    fn create(&mut self, owner: Account, schema: Word) -> u64 {
        let id = self.count.get();
        self.count.set(id + U64::ONE);
        let mut model = self.models.setter(id);
        model.owner.set(owner.into());
        model.schema.set(FixedBytes(schema));
        id.to()
    }

    fn set_owner(&mut self, id: u64, owner: Account) {
        self.models.setter(U64::from(id)).owner.set(owner.into());
    }

    fn set_offered(&mut self, id: u64, to: Account) {
        self.models.setter(U64::from(id)).offered.set(to.into());
    }

    fn add(&mut self, id: u64, draft: Draft, active_from: u64) -> u32 {
        let mut model = self.models.setter(U64::from(id));
        let number = model.count.get() + U32::ONE;
        model.count.set(number);
        let mut version = model.versions.setter(number);
        version.active_from.set(U64::from(active_from));
        version.weights_hash.set(FixedBytes(draft.weights_hash));
        version.key_hash.set(FixedBytes(draft.key_hash));
        for part in draft.parts {
            version.parts.push(part.into());
        }
        number.to()
    }

    fn set_deprecated(&mut self, id: u64, number: u32) {
        let mut model = self.models.setter(U64::from(id));
        model.versions.setter(U32::from(number)).deprecated.set(true);
    }
}
