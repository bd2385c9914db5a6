//! A mind's 32 bytes: 64 weights of four bits each.

/// A mind: all its weights. Every value is a mind, so nothing in here can be out of range.
pub type Dna = [u8; 32];

pub const WEIGHTS: usize = 64;
/// Hidden units. Unit u has the weights 4u to 4u + 3: to my last move, to theirs, its bias, and what the answer hears of it.
pub const HIDDEN: usize = 16;

/// Weight `at`, -8 to 7; of a byte's two the high half comes first.
pub fn weight(dna: &Dna, at: usize) -> i32 {
    i32::from((half(dna, at) << 4) as i8 >> 4)
}

/// The same as it is stored, 0 to 15.
pub fn half(dna: &Dna, at: usize) -> u8 {
    let byte = dna[at / 2];
    if at.is_multiple_of(2) { byte >> 4 } else { byte & 15 }
}

/// Puts four bits, 0 to 15, in the place of weight `at`.
pub fn set_half(dna: &mut Dna, at: usize, bits: u8) {
    let byte = &mut dna[at / 2];
    *byte = if at.is_multiple_of(2) { bits << 4 | *byte & 15 } else { *byte & 0xf0 | bits & 15 };
}
