//! The errors of ERC-6093, and those of this contract alone.

use alloy_primitives::{Address, FixedBytes, U256};
use alloy_sol_types::sol;
use lab09_core::Refused;
use stylus_sdk::prelude::*;

sol! {
    error ERC721InvalidOwner(address owner);
    error ERC721NonexistentToken(uint256 tokenId);
    error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner);
    error ERC721InvalidReceiver(address receiver);
    error ERC721InsufficientApproval(address operator, uint256 tokenId);
    error ERC721InvalidApprover(address approver);
    error ERC721InvalidOperator(address operator);
    /// There is a mind with this DNA already.
    error DnaTaken(bytes32 dna);
    /// A mind has two parents.
    error SameMind(uint256 tokenId);
    /// Only the keeper may name the name service, and once.
    error NotKeeper();
}

/// What a call reverts with, as Solidity sees it.
#[derive(SolidityError)]
pub enum Error {
    InvalidOwner(ERC721InvalidOwner),
    NonexistentToken(ERC721NonexistentToken),
    IncorrectOwner(ERC721IncorrectOwner),
    InvalidReceiver(ERC721InvalidReceiver),
    InsufficientApproval(ERC721InsufficientApproval),
    InvalidApprover(ERC721InvalidApprover),
    InvalidOperator(ERC721InvalidOperator),
    DnaTaken(DnaTaken),
    SameMind(SameMind),
    NotKeeper(NotKeeper),
}

impl Error {
    pub fn nonexistent(id: U256) -> Self {
        Self::NonexistentToken(ERC721NonexistentToken { tokenId: id })
    }

    pub fn taken(dna: FixedBytes<32>) -> Self {
        Self::DnaTaken(DnaTaken { dna })
    }

    pub fn receiver(receiver: Address) -> Self {
        Self::InvalidReceiver(ERC721InvalidReceiver { receiver })
    }

    pub fn not_approved(operator: Address, id: U256) -> Self {
        Self::InsufficientApproval(ERC721InsufficientApproval { operator, tokenId: id })
    }

    /// A refused transfer in the words of ERC-6093.
    pub fn of(refused: Refused, sender: Address, from: Address, id: U256) -> Self {
        match refused {
            Refused::NoSuchToken => Self::nonexistent(id),
            Refused::WrongOwner(owner) => Self::IncorrectOwner(ERC721IncorrectOwner {
                sender: from,
                tokenId: id,
                owner: Address::from(owner),
            }),
            Refused::NoReceiver => Self::receiver(Address::ZERO),
            Refused::NotApproved => Self::not_approved(sender, id),
        }
    }
}
