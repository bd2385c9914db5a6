//! The register of owners, in storage.

use crate::contract::Minds;
use alloy_primitives::{Address, U256};
use lab09_core::{Book, Id};

/// The contract as a transfer sees it.
pub struct OnChain<'a>(pub &'a mut Minds);

impl Book for OnChain<'_> {
    fn owner(&self, id: &Id) -> Option<[u8; 20]> {
        some(self.0.owners.get(U256::from_be_bytes(*id)))
    }

    fn approved(&self, id: &Id) -> Option<[u8; 20]> {
        some(self.0.approvals.get(U256::from_be_bytes(*id)))
    }

    fn is_operator(&self, owner: &[u8; 20], operator: &[u8; 20]) -> bool {
        self.0.operators.getter(Address::from(owner)).get(Address::from(operator))
    }

    fn clear_approval(&mut self, id: &Id) {
        self.0.approvals.delete(U256::from_be_bytes(*id));
    }

    fn set_owner(&mut self, id: &Id, to: &[u8; 20]) {
        let (id, to) = (U256::from_be_bytes(*id), Address::from(to));
        let from = self.0.owners.get(id);
        if !from.is_zero() {
            let left = self.0.balances.get(from) - U256::ONE;
            self.0.balances.insert(from, left);
        }
        let held = self.0.balances.get(to) + U256::ONE;
        self.0.balances.insert(to, held);
        self.0.owners.insert(id, to);
    }
}

fn some(address: Address) -> Option<[u8; 20]> {
    (!address.is_zero()).then_some(address.into_array())
}
