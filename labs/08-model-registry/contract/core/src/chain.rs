//! What the rules see of a chain, and the words they refuse with. Nothing here is for you to change.

use alloc::vec::Vec;

/// An account's address. All zeros is nobody.
pub type Account = [u8; 20];

pub type Word = [u8; 32];

pub const NOBODY: Account = [0; 20];

/// Bytes that a data contract holds at most, besides its first byte.
pub const ROOM: usize = 24_575;

/// Seconds between proposing a version and its first answer. In production: days.
pub const NOTICE: u64 = 600;

/// A version as it was written down. Only `deprecated` ever changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// It answers in blocks of this time and later, in seconds.
    pub active_from: u64,
    pub deprecated: bool,
}

/// A version as an owner hands it in, before it is on record.
pub struct Draft {
    /// keccak256 of the net's bytes.
    pub weights_hash: Word,
    /// keccak256 of the verifying key of its proofs; zero for none.
    pub key_hash: Word,
    /// The data contracts, in order.
    pub parts: Vec<Account>,
}

/// Reads the chain and the registry.
pub trait Look {
    fn sender(&self) -> Account;
    /// The block's time, in seconds.
    fn now(&self) -> u64;
    /// All code of an account; empty where there is none. As `account_code` gives it.
    fn code(&self, account: &Account) -> Vec<u8>;
    fn keccak(&self, bytes: &[u8]) -> Word;
    /// `NOBODY` for a model that isn't there.
    fn owner(&self, id: u64) -> Account;
    /// To whom the model is offered; `NOBODY` for nobody.
    fn offered(&self, id: u64) -> Account;
    fn schema(&self, id: u64) -> Word;
    /// How many versions there are. They are numbered from 1.
    fn versions(&self, id: u64) -> u32;
    fn version(&self, id: u64, number: u32) -> Version;
}

/// Writes the registry.
pub trait Registry: Look {
    /// A new model without a version; returns its id.
    fn create(&mut self, owner: Account, schema: Word) -> u64;
    fn set_owner(&mut self, id: u64, owner: Account);
    fn set_offered(&mut self, id: u64, to: Account);
    /// Writes a version down, for good; returns its number.
    fn add(&mut self, id: u64, draft: Draft, active_from: u64) -> u32;
    fn set_deprecated(&mut self, id: u64, number: u32);
}

/// Why the registry refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    NoSuchModel,
    /// The sender doesn't own the model.
    NotOwner,
    /// The model isn't offered to the sender.
    NotOffered,
    /// No code where this part should be. The index is the first such part's.
    MissingPart(usize),
    /// Code that doesn't begin with STOP: it may be more than data.
    NotData(usize),
    /// The bytes of the parts have another hash than the draft says.
    WrongHash,
    /// The bytes are no net.
    Malformed,
    /// The net takes or gives something else than the model's versions before.
    OtherSchema,
    NoSuchVersion(u32),
    /// The version answers from this second on.
    NotYet(u64),
    Deprecated(u32),
    /// No version answers now.
    NoVersion,
}
