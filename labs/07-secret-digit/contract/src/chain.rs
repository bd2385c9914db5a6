//! The chain behind the core's traits.

use crate::contract::VerifiedDigits;
use alloy_primitives::{Address, U256};
use lab07_core::{Bn254, Chain, Word};
use stylus_sdk::prelude::*;

/// The precompiles alone: enough to check a proof.
pub struct Precompiles;

impl Bn254 for Precompiles {
    #[cfg(target_arch = "wasm32")]
    fn static_call(
        &mut self,
        address: u8,
        gas: u64,
        input: &[u8],
        output: &mut [u8],
    ) -> Option<usize> {
        inkling_groth16_verifier::VmHooks.static_call(address, gas, input, output)
    }

    /// No chain, no precompiles: every call fails.
    #[cfg(not(target_arch = "wasm32"))]
    fn static_call(&mut self, _: u8, _: u64, _: &[u8], _: &mut [u8]) -> Option<usize> {
        None
    }
}

/// The contract as a submission sees it.
pub struct OnChain<'a>(pub &'a mut VerifiedDigits);

impl Bn254 for OnChain<'_> {
    fn static_call(
        &mut self,
        address: u8,
        gas: u64,
        input: &[u8],
        output: &mut [u8],
    ) -> Option<usize> {
        Precompiles.static_call(address, gas, input, output)
    }
}

impl Chain for OnChain<'_> {
    fn id(&self) -> Word {
        U256::from(self.0.vm().chain_id()).to_be_bytes()
    }

    fn contract(&self) -> Word {
        as_word(self.0.vm().contract_address())
    }

    fn sender(&self) -> Word {
        as_word(self.0.vm().msg_sender())
    }

    fn keccak(&self, bytes: &[u8]) -> Word {
        self.0.vm().native_keccak256(bytes).0
    }

    fn is_registered(&self, commitment: &Word) -> bool {
        self.0.is_registered(U256::from_be_bytes(*commitment))
    }

    fn is_used(&self, request_id: &Word) -> bool {
        let sender = self.0.vm().msg_sender();
        self.0.is_used(sender, U256::from_be_bytes(*request_id))
    }

    fn mark_used(&mut self, request_id: &Word) {
        let sender = self.0.vm().msg_sender();
        self.0.mark_used(sender, U256::from_be_bytes(*request_id));
    }
}

fn as_word(address: Address) -> Word {
    address.into_word().0
}
