use crate::{P, Part, Proof, R, Refusal, Word, is_below};

/// Every signal is below [`R`]. The precompile takes a larger one modulo r, so without this check a statement could be
/// submitted in five encodings.
///
/// # Errors
///
/// [`Refusal::SignalTooLarge`] with the first that is not.
pub fn check_signals(signals: &[Word]) -> Result<(), Refusal> {
    match signals.iter().position(|signal| !is_below(signal, &R)) {
        Some(index) => Err(Refusal::SignalTooLarge(index)),
        None => Ok(()),
    }
}

/// Every coordinate is below [`P`] and no point is at infinity. The precompiles refuse the first themselves, but only by
/// taking all the gas they were given.
///
/// # Errors
///
/// [`Refusal::CoordinateTooLarge`] or [`Refusal::AtInfinity`], the first that applies.
pub fn check_proof(proof: &Proof) -> Result<(), Refusal> {
    let (words, _) = proof.as_chunks::<32>();
    if let Some(index) = words.iter().position(|word| !is_below(word, &P)) {
        return Err(Refusal::CoordinateTooLarge(index));
    }
    for (part, bytes) in
        [(Part::A, &proof[..64]), (Part::B, &proof[64..192]), (Part::C, &proof[192..])]
    {
        if bytes.iter().all(|&byte| byte == 0) {
            return Err(Refusal::AtInfinity(part));
        }
    }
    Ok(())
}
