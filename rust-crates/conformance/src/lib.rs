//! Tests only: `tests/` reads model files and vectors and runs them through the crates.
