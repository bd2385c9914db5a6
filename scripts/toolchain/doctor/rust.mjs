import { aptCommand, debianLintPackages, hasApt } from '../debian.mjs'
import { ToolchainError } from '../errors.mjs'
import { findProgram, isProgram } from '../find-program.mjs'
import { run } from '../run.mjs'
import { findRustup, installedToolchains } from '../rustup.mjs'
import { pinnedRust, versionIn, wasmTarget } from '../version.mjs'

/**
 * @typedef {import('../types.mjs').Finding} Finding
 * @typedef {import('../types.mjs').Machine} Machine
 * @typedef {import('../types.mjs').RustToolchain | ToolchainError} Rust the toolchain, or why there is none
 */

/** @param {Machine} machine @param {Rust} rust @returns {Promise<Finding>} */
export async function rustupFinding({ env }, rust) {
  const rustup = findRustup(env)
  if (!rustup) {
    const name = 'rustup'
    // One road is enough.
    if (!(rust instanceof ToolchainError))
      return { name, status: 'ok', detail: 'not found, and not needed here' }
    return { name, status: 'warn', detail: 'not found', remedy: 'Install it from https://rustup.rs.' }
  }
  const said = await run(rustup, ['--version'], { env: { ...env, RUSTUP_AUTO_INSTALL: '0' } })
  const installed = installedToolchains(env).map((name) => name.split('-')[0])
  const detail = installed.length > 0 ? `toolchains: ${installed.join(', ')}` : 'no toolchain installed'
  return { name: 'rustup', status: 'ok', version: versionIn(said.out), detail }
}

/** @param {Rust} rust @returns {Finding} */
export function roadFinding(rust) {
  const name = 'rust for wasm32'
  if (rust instanceof ToolchainError) {
    const detail = [rust.message, ...rust.tried].join(' · ')
    return { name, status: 'missing', detail, remedy: `npm run lab -- doctor --fix\n${rust.remedy}` }
  }
  const roads = {
    rustup: `road 1 of 2: rustup's ${pinnedRust} with target ${wasmTarget}`,
    debian: "road 2 of 2: Debian's packages, standard library built from source",
  }
  return { name, status: 'ok', version: rust.version, detail: `${roads[rust.road]} (${rust.cargo})` }
}

/** @param {Machine} machine @param {Rust} rust @returns {Promise<Finding>} */
export async function linkerFinding({ env, platform }, rust) {
  const name = 'linker'
  if (rust instanceof ToolchainError) {
    return {
      name,
      status: 'missing',
      detail: 'comes with Rust for wasm32',
      remedy: 'See rust for wasm32 above.',
    }
  }
  if (isProgram(rust.linker)) {
    const said = await run(rust.linker, ['--version'], { env })
    return { name, status: 'ok', version: versionIn(said.out), detail: rust.linker }
  }
  const cc = platform === 'win32' ? undefined : findProgram('cc', env)
  return {
    name,
    status: 'ok',
    detail: [rust.linker, cc && `${cc} for what runs on this machine`].filter(Boolean).join('; '),
  }
}

/** @param {Machine} machine @param {Rust} rust @returns {Finding | undefined} */
export function nativeFinding(machine, rust) {
  if (rust instanceof ToolchainError) return undefined
  const { test, fmt, clippy } = rust.native
  const missing = [!test && 'cargo', !fmt && 'rustfmt', !clippy && 'clippy'].filter(Boolean).join(', ')
  if (!missing) {
    const from = [...new Set([test?.from, fmt?.from, clippy?.from])].join(', ')
    return {
      name: 'rust natively',
      status: 'ok',
      version: versionIn(test?.rustc ?? ''),
      detail: `cargo test, rustfmt and clippy from ${from}`,
    }
  }
  const byRustup = `rustup component add --toolchain ${pinnedRust} rustfmt clippy`
  return {
    name: 'rust natively',
    status: 'warn',
    detail: `no ${missing}: npm test leaves those checks out; the labs don't need them`,
    remedy: rust.road === 'debian' && hasApt(machine) ? aptCommand(debianLintPackages) : byRustup,
  }
}
