//! What a mind is, and who may move it. This is the file you edit.
//!
//! `dna.rs` has the weights, `book.rs` the register of owners, `game.rs` the game, `card.rs` what a wallet reads. No SDK in
//! here, so `cargo test` runs it on your own machine.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod book;
mod card;
mod dna;
mod game;

pub use book::{Address, Book, Id, NOBODY, Refused};
pub use card::{hidden_vector, token_uri};
pub use dna::{Dna, HIDDEN, WEIGHTS, half, set_half, weight};
pub use game::{NOTHING, ROUNDS, SHARED, SITUATIONS, TOOK, habits, play};

/// What a mind computes when it is asked for a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thought {
    /// One a hidden unit, before it is held to 0 ... 15.
    pub sums: [i32; HIDDEN],
    /// Above 0 the mind shares, else it takes.
    pub score: i32,
}

/// A mind's thought after these last moves: `SHARED`, `TOOK`, or `NOTHING` before the first round.
pub fn think(dna: &Dna, mine: i32, theirs: i32) -> Thought {
    // TODO(9.1): a sum for each of the HIDDEN units from its first three weights; its fourth, times the sum held to
    // 0 ... 15, goes into the score.
    let _ = (mine, theirs, weight(dna, 0), HIDDEN);
    todo!("9.1 let a mind think")
}

/// The child of two minds. `chance` is a hash of both: bit i of its first 64 says whose weight i is, `a`'s for 0 and `b`'s
/// for 1, lowest bit of byte 0 first. Then one weight mutates: byte 8 says which, byte 9 says to what.
pub fn child(a: &Dna, b: &Dna, chance: &[u8; 32]) -> Dna {
    // TODO(9.2): begin with a's weights; where the bit is 1, take b's; then mutate weight `chance[8]` mod 64 to the
    // low four bits of `chance[9]`.
    let _ = (a, b, chance, half(a, 0), set_half, WEIGHTS);
    todo!("9.2 breed")
}

/// Moves a token, as `transferFrom` of ERC-721 does, or says why not.
pub fn transfer(
    book: &mut dyn Book,
    sender: &Address,
    from: &Address,
    to: &Address,
    id: &Id,
) -> Result<(), Refused> {
    // TODO(9.3): refuse, in this order: no such token, not from's, nobody to receive it, and a sender who is neither
    // owner, nor operator, nor approved. Then clear the approval, and the token is to's.
    let _ = (book, sender, from, to, id, NOBODY, Refused::NotApproved);
    todo!("9.3 move a token")
}

/// How well two minds fit together, 0 to 100. The rule is yours; the README says what has to hold for it.
pub fn score(a: &Dna, b: &Dna) -> i32 {
    // TODO(9.6): any rule with the properties of the README. `think`, `habits`, `play` and `weight` are there.
    let _ = (a, b);
    todo!("9.6 say how well two fit")
}
