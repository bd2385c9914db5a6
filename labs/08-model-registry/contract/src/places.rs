//! The second contract of this lab: one net, its weights in this contract's code, in its storage, or in data contracts
//! that a call names. It is there to be measured, and has no owner: never deploy it for real.

use crate::error::Error;
use alloc::{vec, vec::Vec};
use alloy_primitives::{Address, FixedBytes, U256};
use lab08_core::{Account, Look, Version, Word, check_input, read_weights, schema, scores};
use stylus_sdk::{
    abi::Bytes,
    prelude::*,
    storage::{StorageFixedBytes, StorageMap, StorageU256},
};

/// The bytes of a net; an empty file makes a contract without one.
static WEIGHTS: &[u8] = include_bytes!("weights.bin");

#[storage]
#[entrypoint]
pub struct Places {
    length: StorageU256,
    words: StorageMap<U256, StorageFixedBytes<32>>,
}

#[public]
impl Places {
    /// Scores of the net in this contract's code.
    pub fn from_code(&self, input: Bytes) -> Result<Vec<i32>, Error> {
        run(WEIGHTS, &input)
    }

    /// Scores of the net in this contract's storage.
    pub fn from_storage(&self, input: Bytes) -> Result<Vec<i32>, Error> {
        let length = self.length.get().to::<usize>();
        let mut bytes = Vec::with_capacity(length + 31);
        for index in 0..length.div_ceil(32) {
            bytes.extend_from_slice(self.words.get(U256::from(index)).as_slice());
        }
        bytes.truncate(length);
        run(&bytes, &input)
    }

    /// Scores of the net in these data contracts.
    pub fn from_data(&self, parts: Vec<Address>, input: Bytes) -> Result<Vec<i32>, Error> {
        let parts: Vec<_> = parts.into_iter().map(|part| part.into_array()).collect();
        let bytes = read_weights(self, &parts).map_err(|refused| Error::of(refused, 0))?;
        run(&bytes, &input)
    }

    /// Writes some words of a net into storage, and how long it is.
    pub fn store(&mut self, length: U256, first: U256, bytes: Bytes) {
        self.length.set(length);
        for (index, chunk) in bytes.chunks(32).enumerate() {
            let mut word = [0; 32];
            word[..chunk.len()].copy_from_slice(chunk);
            self.words.setter(first + U256::from(index)).set(FixedBytes(word));
        }
    }
}

fn run(bytes: &[u8], input: &[u8]) -> Result<Vec<i32>, Error> {
    let schema = schema(bytes).map_err(|refused| Error::of(refused, 0))?;
    check_input(&schema, input)?;
    Ok(scores(bytes, input))
}

/// Code alone: this contract has no registry.
impl Look for Places {
    fn code(&self, account: &Account) -> Vec<u8> {
        self.vm().code(Address::from(account))
    }
    fn sender(&self) -> Account {
        [0; 20]
    }
    fn now(&self) -> u64 {
        0
    }
    fn keccak(&self, bytes: &[u8]) -> Word {
        self.vm().native_keccak256(bytes).0
    }
    fn owner(&self, _: u64) -> Account {
        [0; 20]
    }
    fn offered(&self, _: u64) -> Account {
        [0; 20]
    }
    fn schema(&self, _: u64) -> Word {
        [0; 32]
    }
    fn versions(&self, _: u64) -> u32 {
        0
    }
    fn version(&self, _: u64, _: u32) -> Version {
        Version { active_from: 0, deprecated: true }
    }
}
