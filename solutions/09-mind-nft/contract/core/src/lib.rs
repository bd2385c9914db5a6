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
    // #region task-9-1
    let mut sums = [0; HIDDEN];
    let mut score = 0;
    for (unit, sum) in sums.iter_mut().enumerate() {
        let at = 4 * unit;
        *sum = weight(dna, at) * mine + weight(dna, at + 1) * theirs + weight(dna, at + 2);
        score += weight(dna, at + 3) * (*sum).clamp(0, 15);
    }
    Thought { sums, score }
    // #endregion task-9-1
    //|     // TODO(9.1): a sum for each of the HIDDEN units from its first three weights; its fourth, times the sum held to
    //|     // 0 ... 15, goes into the score.
    //|     let _ = (mine, theirs, weight(dna, 0), HIDDEN);
    //|     todo!("9.1 let a mind think")
}

/// The child of two minds. `chance` is a hash of both: bit i of its first 64 says whose weight i is, `a`'s for 0 and `b`'s
/// for 1, lowest bit of byte 0 first. Then one weight mutates: byte 8 says which, byte 9 says to what.
pub fn child(a: &Dna, b: &Dna, chance: &[u8; 32]) -> Dna {
    // #region task-9-2
    let mut dna = *a;
    for at in 0..WEIGHTS {
        if chance[at / 8] >> (at % 8) & 1 == 1 {
            set_half(&mut dna, at, half(b, at));
        }
    }
    set_half(&mut dna, usize::from(chance[8]) % WEIGHTS, chance[9] & 15);
    dna
    // #endregion task-9-2
    //|     // TODO(9.2): begin with a's weights; where the bit is 1, take b's; then mutate weight `chance[8]` mod 64 to the
    //|     // low four bits of `chance[9]`.
    //|     let _ = (a, b, chance, half(a, 0), set_half, WEIGHTS);
    //|     todo!("9.2 breed")
}

/// Moves a token, as `transferFrom` of ERC-721 does, or says why not.
pub fn transfer(
    book: &mut dyn Book,
    sender: &Address,
    from: &Address,
    to: &Address,
    id: &Id,
) -> Result<(), Refused> {
    // #region task-9-3
    let owner = book.owner(id).ok_or(Refused::NoSuchToken)?;
    if owner != *from {
        return Err(Refused::WrongOwner(owner));
    }
    if *to == NOBODY {
        return Err(Refused::NoReceiver);
    }
    let allowed = owner == *sender || book.is_operator(&owner, sender);
    if !allowed && book.approved(id) != Some(*sender) {
        return Err(Refused::NotApproved);
    }
    book.clear_approval(id);
    book.set_owner(id, to);
    Ok(())
    // #endregion task-9-3
    //|     // TODO(9.3): refuse, in this order: no such token, not from's, nobody to receive it, and a sender who is neither
    //|     // owner, nor operator, nor approved. Then clear the approval, and the token is to's.
    //|     let _ = (book, sender, from, to, id, NOBODY, Refused::NotApproved);
    //|     todo!("9.3 move a token")
}

/// How well two minds fit together, 0 to 100. The rule is yours; the README says what has to hold for it.
pub fn score(a: &Dna, b: &Dna) -> i32 {
    // #region task-9-6
    let mut apart = 0;
    for (mine, theirs) in SITUATIONS {
        let (one, other) = (think(a, mine, theirs).sums, think(b, mine, theirs).sums);
        for unit in 0..HIDDEN {
            apart += (one[unit] - other[unit]).abs();
        }
    }
    let alike = (600 - apart / 2).clamp(0, 600) / 10;
    let points: u32 = play(a, b).iter().sum();
    alike + 40 * (points as i32 - 32) / 64
    // #endregion task-9-6
    //|     // TODO(9.6): any rule with the properties of the README. `think`, `habits`, `play` and `weight` are there.
    //|     let _ = (a, b);
    //|     todo!("9.6 say how well two fit")
}
