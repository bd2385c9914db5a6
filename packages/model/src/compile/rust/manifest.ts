/** Cargo manifest and tool files of a generated contract. */
export function manifestFiles(
  crate: string,
  description: string,
  shell: 'raw' | 'sdk',
): Record<string, string> {
  const sdk = shell === 'sdk'
  return {
    'Cargo.toml': `# A workspace of its own, so that it builds wherever the folder stands.
[workspace]

[package]
name = "${crate}"
version = "0.1.0"
edition = "2024"
rust-version = "1.91"
license = "MIT OR Apache-2.0"
publish = false
description = ${JSON.stringify(description)}

# cdylib alone: with "lib" beside it, link-time optimization is off
[lib]
crate-type = ["cdylib"]
${
  sdk
    ? `
# Prints the Solidity interface for \`cargo stylus export-abi\`.
[[bin]]
name = "${crate}"
path = "src/main.rs"
required-features = ["export-abi"]

[features]
default = ["mini-alloc"]
mini-alloc = ["stylus-sdk/mini-alloc"]
export-abi = ["stylus-sdk/export-abi"]
contract-client-gen = []

[dependencies]
stylus-sdk = { version = "=0.10.10", default-features = false }
alloy-primitives = { version = "=1.7.3", default-features = false }
alloy-sol-types = { version = "=1.7.3", default-features = false }
`
    : ''
}
[profile.release]
codegen-units = 1
strip = true
lto = true
panic = "abort"
opt-level = 3
`,
    'rust-toolchain.toml': `[toolchain]
channel = "1.96.0"
targets = ["wasm32-unknown-unknown"]
`,
    ...(sdk ? { 'Stylus.toml': '[workspace]\n\n[workspace.networks]\n\n[contract]\n' } : {}),
  }
}
