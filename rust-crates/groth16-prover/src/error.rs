use std::{fmt, io, path::PathBuf};

/// Why there is no proof. Nothing that a file holds ends in a panic.
#[derive(Debug)]
pub enum Error {
    /// A file can't be read or written.
    Io {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The bytes are no file of this kind: another beginning or version, cut short, or lengths that don't fit.
    Damaged {
        /// `The .zkey file`, or a part of it.
        what: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The file is for another field or curve than BN254, or for another scheme than Groth16.
    OtherCurve {
        /// Which file.
        what: String,
    },
    /// A number is not below its prime, so it would be a second writing of another one.
    TooLarge {
        /// Where it stands.
        what: String,
    },
    /// A point is off the curve, or outside of its subgroup. A proof made with it could tell secrets.
    BadPoint {
        /// Where it stands.
        what: String,
    },
    /// Two files are not of one circuit: numbers of values, signals or rules differ.
    Mismatch {
        /// What one has and what the other.
        problem: String,
    },
    /// The witness breaks this rule of the circuit, the first of those that it breaks.
    Unsatisfied {
        /// From 0, in the order of the `.r1cs` file.
        constraint: usize,
    },
    /// The proof that came out does not hold: the witness is not one of this key's circuit.
    NotProven,
    /// A proof does not hold for these signals and this key.
    Refused,
}

impl Error {
    pub(crate) fn damaged(what: &str, problem: impl Into<String>) -> Self {
        Self::Damaged { what: what.into(), problem: problem.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Damaged { what, problem } => {
                write!(f, "{what} {problem}. The file is damaged or of another kind.")
            }
            Self::OtherCurve { what } => {
                write!(f, "{what} is not for Groth16 over BN254. Make it again for that curve.")
            }
            Self::TooLarge { what } => write!(f, "{what} is not below its prime. Make the file again."),
            Self::BadPoint { what } => write!(
                f,
                "{what} is no point of the curve's group. A proof made with it could tell secrets; get the key again."
            ),
            Self::Mismatch { problem } => {
                write!(f, "{problem}. Use files that were made from one circuit.")
            }
            Self::Unsatisfied { constraint } => write!(
                f,
                "The witness breaks constraint {constraint} of the .r1cs file. Make the witness again; makeWitness names the rule."
            ),
            Self::NotProven => f.write_str(
                "The proof does not hold: the witness is not of this key's circuit. Give the .r1cs file too, to see which constraint it breaks.",
            ),
            Self::Refused => f.write_str("The proof does not hold for these signals and this key."),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
