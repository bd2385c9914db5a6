import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, isProgram } from './find-program.mjs'
import { run } from './run.mjs'
import { pinnedRust, versionIn, wasmTarget } from './version.mjs'
import { wasmEnv } from './wasm-env.mjs'

/** Road 1: rustup brings the pinned compiler and its wasm32 library. */

/** @param {NodeJS.ProcessEnv} env */
export function rustupHome(env) {
  return env.RUSTUP_HOME ?? join(env.HOME ?? env.USERPROFILE ?? homedir(), '.rustup')
}

/** @param {NodeJS.ProcessEnv} env */
export function findRustup(env) {
  const cargoHome = env.CARGO_HOME ?? join(env.HOME ?? env.USERPROFILE ?? homedir(), '.cargo')
  return findProgram('rustup', env, [join(cargoHome, 'bin')])
}

/** Names of installed toolchains, the pinned one first. @param {NodeJS.ProcessEnv} env */
export function installedToolchains(env) {
  try {
    const names = readdirSync(join(rustupHome(env), 'toolchains'))
    const rank = (/** @type {string} */ name) =>
      name.startsWith(`${pinnedRust}-`) ? 0 : name.startsWith('stable') ? 1 : 2
    return names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  } catch {
    return []
  }
}

/**
 * The pinned toolchain, when it is installed and really builds for wasm32.
 *
 * @param {import('./types.mjs').Machine} machine
 * @returns {Promise<import('./types.mjs').RoadFound | { missing: string }>}
 */
export async function rustupReady({ env }) {
  const name = installedToolchains(env).find((toolchain) => toolchain.startsWith(`${pinnedRust}-`))
  if (!name) return { missing: findRustup(env) ? `rustup has no toolchain ${pinnedRust}` : 'no rustup' }
  const dir = join(rustupHome(env), 'toolchains', name)
  const exe = process.platform === 'win32' ? '.exe' : ''
  const rustc = join(dir, 'bin', `rustc${exe}`)
  const cargo = join(dir, 'bin', `cargo${exe}`)
  const library = join(dir, 'lib', 'rustlib', wasmTarget, 'lib')
  if (!isProgram(rustc) || !isProgram(cargo)) return { missing: `rustup's ${name} has no rustc or cargo` }
  if (!hasStandardLibrary(library)) return { missing: `rustup's ${name} has no target ${wasmTarget}` }
  // Build scripts and macros run on this machine, and rustc links them with its C compiler.
  if (process.platform !== 'win32' && !findProgram('cc', env))
    return { missing: 'no C compiler `cc`, which rustc links with' }
  const toolchainEnv = { ...wasmEnv(env), RUSTC: rustc, RUSTUP_TOOLCHAIN: name }
  const said = await run(rustc, ['--version'], { env: { ...env, ...toolchainEnv } })
  const version = versionIn(said.out)
  if (said.code !== 0 || !version) return { missing: `rustup's ${name} does not run: ${firstLine(said.err)}` }
  const trial = await compileTrial(rustc, { ...env, ...toolchainEnv })
  if (trial) return { missing: `rustup's ${name} does not build for ${wasmTarget}: ${trial}` }
  return {
    road: {
      road: 'rustup',
      rustc: said.out.trim(),
      version,
      id: `rustup ${said.out.trim()}`,
      cargo,
      env: toolchainEnv,
      extraArgs: [],
      linker: 'rust-lld, part of the toolchain',
    },
    files: [rustc, cargo, library],
  }
}

/** @param {string} dir */
function hasStandardLibrary(dir) {
  try {
    return readdirSync(dir).some((name) => /^libstd-.*\.rlib$/.test(name))
  } catch {
    return false
  }
}

/** Builds the smallest contract there is. Returns what went wrong. @param {string} rustc @param {NodeJS.ProcessEnv} env */
async function compileTrial(rustc, env) {
  const dir = mkdtempSync(join(tmpdir(), 'inkling-trial-'))
  try {
    const source = join(dir, 'trial.rs')
    writeFileSync(
      source,
      '#[unsafe(no_mangle)]\npub extern "C" fn user_entrypoint(n: u32) -> u32 {\n    n\n}\n',
    )
    const args = [
      '--edition',
      '2024',
      '--target',
      wasmTarget,
      '--crate-type',
      'cdylib',
      source,
      '-o',
      join(dir, 'trial.wasm'),
    ]
    const result = await run(rustc, args, { env, limitMs: 60_000 })
    return result.code === 0
      ? undefined
      : result.timedOut
        ? 'it took longer than a minute'
        : firstLine(result.err)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * Asks rustup for the pinned toolchain. rustup may be unable to reach its server, and then it must not
 * keep anyone waiting: the first answer has to come within 45 s.
 *
 * @param {import('./types.mjs').Machine} machine
 * @param {(line: string) => void} onLine
 * @param {number} [answerLimitMs]
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function installWithRustup({ env }, onLine, answerLimitMs = 45_000) {
  const rustup = findRustup(env)
  if (!rustup) return 'no rustup'
  const args = [
    'toolchain',
    'install',
    pinnedRust,
    '--profile',
    'minimal',
    '--no-self-update',
    '--target',
    wasmTarget,
  ]
  for (const component of ['clippy', 'rustfmt']) args.push('--component', component)
  const limits = { RUSTUP_DOWNLOAD_TIMEOUT: '30', RUSTUP_MAX_RETRIES: '1', RUSTUP_TERM_COLOR: 'never' }
  const noAnswer = new AbortController()
  const timer = setTimeout(() => noAnswer.abort(), answerLimitMs)
  const result = await run(rustup, args, {
    env: { ...env, ...limits },
    limitMs: 15 * 60_000,
    signal: noAnswer.signal,
    onLine(line) {
      if (/latest update on|downloading|installing/.test(line)) clearTimeout(timer)
      onLine(line.replace(/^info: /, ''))
    },
  })
  clearTimeout(timer)
  if (result.code === 0) return undefined
  if (noAnswer.signal.aborted) return `rustup's server did not answer within ${answerLimitMs / 1000} s`
  if (result.timedOut) return 'rustup took longer than 15 minutes'
  const errors = result.err.split('\n').filter((line) => /error|caused by/i.test(line))
  return firstLine(errors.join('\n') || result.err)
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split('\n')[0]?.trim() || 'it said nothing'
}
