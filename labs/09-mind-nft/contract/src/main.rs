//! Prints the Solidity interface: `cargo stylus export-abi`, or `cargo run --features export-abi`.

extern crate alloc;

mod contract;
mod error;
mod on_chain;

fn main() {
    contract::print_from_args();
}
