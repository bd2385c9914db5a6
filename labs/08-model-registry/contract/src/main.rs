//! Prints the Solidity interface: `cargo stylus export-abi`, or `cargo run --features export-abi`.

extern crate alloc;

mod chain;
mod contract;
mod error;

fn main() {
    contract::print_from_args();
}
