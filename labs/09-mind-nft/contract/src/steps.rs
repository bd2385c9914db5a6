//! The second contract of this lab: a stable, where minds are kept, trained, bred and raced. It was written by a friend of
//! the team, and you audit it. The rules are in `stable.rs`; `mended.rs` has the same rules without the flaws, so that the
//! grader can show that what you found is gone there. Read that one afterwards.

use crate::{mended, stable};
use alloc::{vec, vec::Vec};
use alloy_primitives::{Address, FixedBytes, U256};
use alloy_sol_types::sol;
use lab09_core::{child, score, think};
use stylus_sdk::{
    call::transfer::transfer_eth,
    prelude::*,
    storage::{
        StorageAddress, StorageBool, StorageFixedBytes, StorageMap, StorageU256, StorageVec,
    },
};

/// What entering a mind for the race takes, in wei.
pub const FEE: u64 = 1_000;

sol! {
    event Bred(uint256 indexed id, uint256 mother, uint256 father);
    event Won(uint256 indexed id, uint256 pot);

    error NoSuchMind(uint256 id);
    error NotOwner(uint256 id);
    error DnaTaken(bytes32 dna);
    error NoSuchWeight(uint8 at);
    error BadWeight(uint8 value);
    error WrongFee(uint256 expected, uint256 actual);
    error Entered(uint256 id);
    error Full();
    error NobodyEntered();
    error TransferFailed();
}

#[derive(SolidityError)]
pub enum Error {
    NoSuchMind(NoSuchMind),
    NotOwner(NotOwner),
    DnaTaken(DnaTaken),
    NoSuchWeight(NoSuchWeight),
    BadWeight(BadWeight),
    WrongFee(WrongFee),
    Entered(Entered),
    Full(Full),
    NobodyEntered(NobodyEntered),
    TransferFailed(TransferFailed),
}

#[storage]
#[entrypoint]
pub struct Stable {
    /// Whether the mended rules are in force.
    mended: StorageBool,
    pub count: StorageU256,
    pub owners: StorageMap<U256, StorageAddress>,
    pub dnas: StorageMap<U256, StorageFixedBytes<32>>,
    pub taken: StorageMap<FixedBytes<32>, StorageBool>,
    /// Minds in the next race.
    pub entrants: StorageVec<StorageU256>,
    pub entered: StorageMap<U256, StorageBool>,
}

#[public]
impl Stable {
    /// For the grader: from here on the mended rules.
    pub fn mend(&mut self) {
        self.mended.set(true);
    }

    /// A new mind for the sender.
    pub fn settle(&mut self, dna: FixedBytes<32>) -> Result<U256, Error> {
        stable::settle(self, dna)
    }

    /// Gives a mind away.
    pub fn give(&mut self, id: U256, to: Address) -> Result<(), Error> {
        stable::give(self, id, to)
    }

    /// One weight of a mind becomes `value`, 0 to 15.
    pub fn train(&mut self, id: U256, at: u8, value: u8) -> Result<(), Error> {
        if self.mended.get() {
            mended::train(self, id, at, value)
        } else {
            stable::train(self, id, at, value)
        }
    }

    /// A child of two minds of the sender, for the sender.
    pub fn breed(&mut self, mother: U256, father: U256) -> Result<U256, Error> {
        if self.mended.get() {
            mended::breed(self, mother, father)
        } else {
            stable::breed(self, mother, father)
        }
    }

    /// Enters a mind for the next race, for a fee.
    #[payable]
    pub fn enter(&mut self, id: U256) -> Result<(), Error> {
        if self.mended.get() { mended::enter(self, id) } else { stable::enter(self, id) }
    }

    /// Runs the race. The winner's owner gets the pot; anybody may call this.
    pub fn race(&mut self) -> Result<U256, Error> {
        let winner = if self.mended.get() { mended::winner(self) } else { stable::winner(self) }?;
        let pot = self.vm().balance(self.vm().contract_address());
        while let Some(id) = self.entrants.pop() {
            self.entered.delete(id);
        }
        self.vm().log(Won { id: winner, pot });
        transfer_eth(self.vm(), self.owners.get(winner), pot)
            .map_err(|_| Error::TransferFailed(TransferFailed {}))?;
        Ok(winner)
    }

    /// Owner and DNA of each mind, and how many are entered.
    pub fn seen(&self) -> (Vec<Address>, Vec<FixedBytes<32>>, U256) {
        let ids = || (0..self.count.get().to::<usize>()).map(U256::from);
        let owners = ids().map(|id| self.owners.get(id)).collect();
        let dnas = ids().map(|id| self.dnas.get(id)).collect();
        (owners, dnas, U256::from(self.entrants.len()))
    }

    /// A door for the grader: task 9.1 alone.
    pub fn think(dna: FixedBytes<32>, mine: i8, theirs: i8) -> (Vec<i32>, i32) {
        let thought = think(&dna.0, mine.into(), theirs.into());
        (thought.sums.to_vec(), thought.score)
    }

    /// Task 9.2 alone.
    pub fn child(a: FixedBytes<32>, b: FixedBytes<32>, chance: FixedBytes<32>) -> FixedBytes<32> {
        FixedBytes(child(&a.0, &b.0, &chance.0))
    }

    /// Task 9.6 alone.
    pub fn fit(a: FixedBytes<32>, b: FixedBytes<32>) -> i32 {
        score(&a.0, &b.0)
    }
}
