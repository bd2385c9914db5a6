import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { findProgram, isProgram } from './find-program.mjs'
import { run } from './run.mjs'
import { isAtLeast, minimumRust, versionIn, wasmTarget } from './version.mjs'
import { wasmEnv } from './wasm-env.mjs'

/**
 * Road 2: Debian's packages. They have no library built for wasm32, so cargo builds it from the sources
 * that one of the packages carries, which an unreleased cargo option and RUSTC_BOOTSTRAP allow.
 */
export const debianPackages = ['rustc-web', 'cargo-web', 'rust-web-src', 'lld-19']

/** For `npm test` where no other toolchain has them. */
export const debianLintPackages = ['rust-web-clippy', 'rustfmt-web']

const linker = 'wasm-ld-19'

/** @param {string[]} packages */
export function aptCommand(packages) {
  return `apt-get update && apt-get install -y ${packages.join(' ')}`
}

/**
 * Debian's compiler, when it is whole and really builds for wasm32.
 *
 * @param {import('./types.mjs').Machine} machine
 * @returns {Promise<import('./types.mjs').RoadFound | { missing: string }>}
 */
export async function debianReady({ env, prefix }) {
  const bin = `${prefix}/usr/bin`
  const [rustc, cargo, ld] = [`${bin}/rustc`, `${bin}/cargo`, `${bin}/${linker}`]
  const sources = `${prefix}/usr/lib/rustlib/src/rust`
  if (!isProgram(rustc) || !isProgram(cargo))
    return { missing: `no ${rustc} and cargo (package rustc-web, cargo-web)` }
  const roadEnv = {
    ...wasmEnv(env),
    RUSTC: rustc,
    RUSTC_BOOTSTRAP: '1',
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: ld,
    // Its own cargo is called by path; should a script call rustup's, that must not start a download.
    RUSTUP_AUTO_INSTALL: '0',
  }
  const said = await run(rustc, ['--version'], { env: { ...env, ...roadEnv } })
  const version = versionIn(said.out)
  if (said.code !== 0 || !version) return { missing: `${rustc} does not run` }
  if (!isAtLeast(version, minimumRust))
    return { missing: `${rustc} is ${version}, older than ${minimumRust}` }
  if (!existsSync(`${sources}/library/Cargo.lock`))
    return { missing: `no sources of the standard library (package rust-web-src)` }
  const sourceVersion = versionIn(basename(realpathSync(sources)))
  if (sourceVersion && sourceVersion !== version) {
    return { missing: `sources are ${sourceVersion}, the compiler ${version} (package rust-web-src)` }
  }
  if (!isProgram(ld)) return { missing: `no ${linker} (package lld-19)` }
  const trial = await compileTrial(rustc, ld, { ...env, ...roadEnv })
  if (trial) return { missing: `${rustc} does not build for ${wasmTarget}: ${trial}` }
  return {
    road: {
      road: 'debian',
      rustc: said.out.trim(),
      version,
      id: `debian ${said.out.trim()}`,
      cargo,
      env: roadEnv,
      extraArgs: ['-Z', 'build-std=std,panic_abort'],
      linker: ld,
    },
    files: [rustc, cargo, ld, `${sources}/library/Cargo.lock`],
  }
}

/**
 * Compiles nothing at all for wasm32, without any library, and links it: the compiler has the back end and
 * the linker knows wasm. Building the library as well would take 17 s; the first contract does that.
 *
 * @param {string} rustc @param {string} ld @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} what went wrong
 */
async function compileTrial(rustc, ld, env) {
  const dir = mkdtempSync(join(tmpdir(), 'inkling-trial-'))
  try {
    const [source, object] = [join(dir, 'trial.rs'), join(dir, 'trial.o')]
    writeFileSync(source, '#![feature(no_core)]\n#![no_core]\n')
    const args = ['--target', wasmTarget, '--crate-type', 'lib', '--emit=obj', source, '-o', object]
    const compiled = await run(rustc, args, { env, limitMs: 60_000 })
    if (compiled.code !== 0) return compiled.err.trim().split('\n')[0] || 'no answer'
    const linked = await run(ld, ['--no-entry', object, '-o', join(dir, 'trial.wasm')], {
      env,
      limitMs: 60_000,
    })
    return linked.code === 0 ? undefined : linked.err.trim().split('\n')[0] || 'no answer'
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** True where these packages could be had: apt is there. @param {import('./types.mjs').Machine} machine */
export function hasApt({ env }) {
  return findProgram('apt-get', env) !== undefined && findProgram('apt-cache', env) !== undefined
}

/**
 * Whether apt offers the packages, in a version new enough. Its lists may be missing or old (a new
 * container has none), so "no" is only believed after `apt-get update`.
 *
 * @param {import('./types.mjs').Machine} machine
 */
export async function aptOffers({ env }) {
  const said = await run('apt-cache', ['policy', 'rustc-web'], { env: { ...env, LC_ALL: 'C' } })
  return isAtLeast(versionIn(/Candidate: (\S+)/.exec(said.out)?.[1] ?? ''), minimumRust)
}

/**
 * @param {import('./types.mjs').Machine} machine
 * @param {string[]} packages
 * @param {object} how
 * @param {string[]} how.prefix `['sudo']` where needed
 * @param {boolean} how.terminal sudo may ask for a password
 * @param {(line: string) => void} how.onLine
 * @param {typeof aptOffers} [how.offers] whether apt has what is wanted; default: a rustc new enough
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function installWithApt(machine, packages, { prefix, terminal, onLine, offers = aptOffers }) {
  const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args]
    return run(command, rest, { env, limitMs: 20 * 60_000, onLine, terminal })
  }
  let fresh = false
  const update = async () => {
    fresh = true
    onLine('apt-get update')
    await apt('update')
  }
  if (!(await offers(machine))) await update()
  if (!(await offers(machine))) return `apt has no rustc-web of ${minimumRust} or newer for this system`
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages)
  let result = await install()
  if (result.code !== 0 && !fresh) {
    // Old lists name versions that the server no longer has.
    await update()
    result = await install()
  }
  if (result.code === 0) return undefined
  const errors = result.err.split('\n').filter((line) => /^E: /.test(line))
  return errors[0]?.slice(3) ?? 'apt-get install did not succeed'
}
