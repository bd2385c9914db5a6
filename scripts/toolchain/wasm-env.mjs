import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'

/**
 * Flags of every wasm32 build, as CARGO_ENCODED_RUSTFLAGS, which wins over a learner's own RUSTFLAGS: graded
 * figures must not depend on those.
 *
 * - rustc's default stack of 1 MiB makes 17 memory pages: 15,008 gas on every call. 32 KiB needs one page: 0 gas.
 * - Panics name the source file of a dependency, and these names go into the wasm data segment, where a byte
 *   costs 0.75 gas a call. Without fixed names the length of a home folder, or of the clone's own path, would change
 *   a contract's price and hash.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function wasmEnv(env) {
  const cargoHome = env.CARGO_HOME || join(env.HOME ?? env.USERPROFILE ?? homedir(), '.cargo')
  const flags = [
    '-C',
    'link-arg=-zstack-size=32768',
    `--remap-path-prefix=${join(cargoHome, 'registry', 'src')}=/cargo`,
    `--remap-path-prefix=${join(root, 'rust-crates')}=rust-crates`,
  ]
  return { CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f') }
}

/**
 * Puts the folder of every tool's own compiler first in its PATH. Done when an answer is used, not when it
 * is remembered: PATH differs from shell to shell.
 *
 * @template {import('./types.mjs').RustToolchain} T
 * @param {T} toolchain
 * @param {NodeJS.ProcessEnv} env
 * @returns {T}
 */
export function withCompilerFirst(toolchain, env) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const first = (/** @type {{ cargo: string, env: Record<string, string> }} */ tool) => ({
    ...tool.env,
    [key]: [dirname(tool.cargo), env[key]].filter(Boolean).join(delimiter),
  })
  const native = Object.fromEntries(
    Object.entries(toolchain.native).map(([name, tool]) => [name, { ...tool, env: first(tool) }]),
  )
  return { ...toolchain, env: first(toolchain), native }
}
