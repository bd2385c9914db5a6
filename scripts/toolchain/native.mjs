import { join } from 'node:path'
import { findProgram, isProgram } from './find-program.mjs'
import { run } from './run.mjs'
import { installedToolchains, rustupHome } from './rustup.mjs'
import { isAtLeast, minimumRust, versionIn } from './version.mjs'

/**
 * What runs `cargo test`, `cargo fmt` and `cargo clippy` on this machine itself. The compiler of the chosen
 * road comes first, so that lints agree between machines; then whatever is installed and new enough.
 * Toolchains are called by path: rustup's shims would read rust-toolchain.toml and may start a download.
 *
 * @param {import('./types.mjs').Machine} machine
 * @param {import('./types.mjs').Road | undefined} road
 * @returns {Promise<import('./types.mjs').RustToolchain['native']>}
 */
export async function nativeTools({ env, prefix }, road) {
  const exe = process.platform === 'win32' ? '.exe' : ''
  const rustup = installedToolchains(env).map((name) => ({
    from: `rustup ${name.split('-')[0]}`,
    bin: join(rustupHome(env), 'toolchains', name, 'bin'),
    env: { RUSTUP_TOOLCHAIN: name },
  }))
  const debian = [{ from: 'Debian packages', bin: `${prefix}/usr/bin`, env: { RUSTUP_AUTO_INSTALL: '0' } }]
  const inPath = findProgram('rustc', env)
  const other =
    inPath && !/[\\/]\.?cargo[\\/]bin[\\/]/.test(inPath)
      ? [{ from: 'PATH', bin: join(inPath, '..'), env: {} }]
      : []
  const candidates = road === 'debian' ? [...debian, ...rustup, ...other] : [...rustup, ...debian, ...other]

  /** @type {import('./types.mjs').RustToolchain['native']} */
  const found = {}
  for (const candidate of candidates) {
    if (found.test && found.fmt && found.clippy) break
    const has = (/** @type {string[]} */ ...names) =>
      names.every((name) => isProgram(join(candidate.bin, name + exe)))
    if (!has('cargo', 'rustc')) continue
    const rustc = join(candidate.bin, `rustc${exe}`)
    const toolEnv = { RUSTC: rustc, ...candidate.env }
    const said = await run(rustc, ['--version'], { env: { ...env, ...toolEnv } })
    if (said.code !== 0 || !isAtLeast(versionIn(said.out), minimumRust)) continue
    const tool = {
      cargo: join(candidate.bin, `cargo${exe}`),
      rustc: said.out.trim(),
      from: candidate.from,
      env: toolEnv,
    }
    found.test ??= tool
    if (has('cargo-fmt', 'rustfmt')) found.fmt ??= tool
    if (has('cargo-clippy', 'clippy-driver')) found.clippy ??= tool
  }
  return found
}
