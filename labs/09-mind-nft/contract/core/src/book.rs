//! Who owns what, as the rules of ERC-721 see it.

pub type Address = [u8; 20];
/// A token's number, big-endian.
pub type Id = [u8; 32];

pub const NOBODY: Address = [0; 20];

/// The register of tokens. What it says and does is storage; the rules are in `lib.rs`.
pub trait Book {
    /// `None`: there is no such token.
    fn owner(&self, id: &Id) -> Option<Address>;
    /// Who may move this one token, beside its owner.
    fn approved(&self, id: &Id) -> Option<Address>;
    /// Whether `operator` may move all that `owner` has.
    fn is_operator(&self, owner: &Address, operator: &Address) -> bool;
    /// Nobody is approved for this token any more.
    fn clear_approval(&mut self, id: &Id);
    /// The token's owner is `to`; both balances follow.
    fn set_owner(&mut self, id: &Id, to: &Address);
}

/// Why a transfer was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    NoSuchToken,
    /// The token is not `from`'s; this is its owner.
    WrongOwner(Address),
    /// Nobody can receive a token.
    NoReceiver,
    /// The sender is neither the owner, nor approved, nor an operator.
    NotApproved,
}
