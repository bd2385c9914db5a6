//! Solidity's ABI by hand: the last argument of a call is `bytes`, and it fills the call to its end. What stands before
//! it has to be what it must be; nothing has to be decoded.

/// The selector's bytes.
pub const SELECTOR: usize = 4;
/// An ABI word: a number, an offset or a length.
pub const WORD: usize = 32;

/// ABI word `index` behind the selector, `None` when it has more than 32 bits.
pub fn word(call: &[u8], index: usize) -> Option<u32> {
    let word = call.get(SELECTOR + WORD * index..)?.first_chunk::<WORD>()?;
    let (high, low) = word.split_last_chunk::<4>()?;
    let mut above = 0;
    for part in high.as_chunks::<4>().0 {
        above |= u32::from_ne_bytes(*part);
    }
    (above == 0).then_some(u32::from_be_bytes(*low))
}

/// The `bytes` behind `before` words of other arguments.
pub fn bytes(call: &[u8], before: usize) -> Option<&[u8]> {
    let data = call.get(SELECTOR + WORD * (before + 2)..)?;
    let offset = WORD * (before + 1);
    let fits =
        word(call, before)? as usize == offset && word(call, before + 1)? as usize == data.len();
    fits.then_some(data)
}
