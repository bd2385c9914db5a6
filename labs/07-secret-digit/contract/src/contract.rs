//! The Solidity face: commitments are registered, classes of committed images are proved.

use crate::{
    chain::OnChain,
    error::{AlreadyRegistered, Error, NotKeeper, sized},
};
use alloc::{vec, vec::Vec};
use alloy_primitives::{Address, FixedBytes, U256, address};
use alloy_sol_types::sol;
use lab07_core::{Request, VerifyingKey, key, submit, verify};
use stylus_sdk::{
    abi::Bytes,
    prelude::*,
    storage::{StorageAddress, StorageBool, StorageMap},
};

/// Who may put the ceremony's key in the place of the development key: the first account of a development chain.
pub const KEEPER: Address = address!("3f1Eae7D46d88F08fc2F8ed27FCb2AB183EB2d0E");

sol! {
    /// `issuer` vouches for nothing but the order of things: the commitment was there before the proof.
    event Registered(uint256 indexed inputCommit, address indexed issuer);
    /// The image behind `inputCommit` has this class, says the model; `issuer` registered it.
    event Classified(address indexed sender, uint256 indexed requestId, uint8 class, uint256 inputCommit, address issuer);
    /// From here on proofs are checked with the ceremony's key.
    event KeyReplaced(bytes32 keyHash);
}

#[storage]
#[entrypoint]
pub struct VerifiedDigits {
    /// Whether the ceremony's key is in force.
    ceremony: StorageBool,
    /// Who registered a commitment.
    issuers: StorageMap<U256, StorageAddress>,
    /// Sender and request id of each accepted submission.
    used: StorageMap<Address, StorageMap<U256, StorageBool>>,
}

#[public]
impl VerifiedDigits {
    /// Puts a commitment on record, before anything is proved about it.
    pub fn register(&mut self, input_commit: U256) -> Result<(), Error> {
        if !self.issuers.get(input_commit).is_zero() {
            return Err(Error::AlreadyRegistered(AlreadyRegistered { commitment: input_commit }));
        }
        let issuer = self.vm().msg_sender();
        self.issuers.setter(input_commit).set(issuer);
        self.vm().log(Registered { inputCommit: input_commit, issuer });
        Ok(())
    }

    /// Who registered a commitment; zero for nobody.
    pub fn issuer(&self, input_commit: U256) -> Address {
        self.issuers.get(input_commit)
    }

    /// Takes the class of a registered image, with its proof.
    pub fn submit(
        &mut self,
        request_id: U256,
        input_commit: U256,
        class: u8,
        proof: Bytes,
    ) -> Result<(), Error> {
        let proof = sized(&proof)?;
        let request =
            Request { id: request_id.to_be_bytes(), commitment: input_commit.to_be_bytes(), class };
        let key = self.key();
        submit(&mut OnChain(self), &key, &request, proof)
            .map_err(|refused| Error::of(refused, input_commit, request_id))?;
        self.vm().log(Classified {
            sender: self.vm().msg_sender(),
            requestId: request_id,
            class,
            inputCommit: input_commit,
            issuer: self.issuers.get(input_commit),
        });
        Ok(())
    }

    /// Whether a sender has used a request id.
    pub fn is_used(&self, sender: Address, request_id: U256) -> bool {
        self.used.getter(sender).get(request_id)
    }

    /// Reverts unless `proof` proves the statement of these signals: commitment, class, ctx.
    pub fn verify(&self, signals: [U256; 3], proof: Bytes) -> Result<(), Error> {
        let proof = sized(&proof)?;
        let signals = signals.map(|signal| signal.to_be_bytes());
        Ok(verify(&mut crate::chain::Precompiles, &self.key(), &signals, proof)?)
    }

    /// keccak256 of the key in force: which circuit, and so which model, and whose set-up.
    pub fn key_hash(&self) -> FixedBytes<32> {
        self.vm().native_keccak256(self.key().bytes())
    }

    /// Puts the ceremony's key in force, for good. What the development key's trapdoor can forge ends here.
    pub fn use_ceremony_key(&mut self) -> Result<(), Error> {
        if self.vm().msg_sender() != KEEPER {
            return Err(Error::NotKeeper(NotKeeper {}));
        }
        self.ceremony.set(true);
        self.vm().log(KeyReplaced { keyHash: self.key_hash() });
        Ok(())
    }
}

impl VerifiedDigits {
    fn key(&self) -> VerifyingKey<'static, 3> {
        VerifyingKey::new(if self.ceremony.get() { &key::CEREMONY } else { &key::DEVELOPMENT })
    }

    pub(crate) fn is_registered(&self, commitment: U256) -> bool {
        !self.issuers.get(commitment).is_zero()
    }

    pub(crate) fn mark_used(&mut self, sender: Address, request_id: U256) {
        self.used.setter(sender).setter(request_id).set(true);
    }
}
