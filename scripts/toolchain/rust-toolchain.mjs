import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from '../bootstrap/lock.mjs'
import { toolsDir } from '../bootstrap/paths.mjs'
import { startProgress } from '../bootstrap/progress.mjs'
import { readCache, writeCache } from './cache.mjs'
import { mayInstallPackages } from './consent.mjs'
import { debianLintPackages, debianPackages, debianReady, hasApt, installWithApt } from './debian.mjs'
import { ToolchainError } from './errors.mjs'
import { thisMachine } from './machine.mjs'
import { nativeTools } from './native.mjs'
import { remedyFor } from './remedy.mjs'
import { findRustup, installWithRustup, rustupHome, rustupReady } from './rustup.mjs'
import { minimumRust, pinnedRust, wasmTarget } from './version.mjs'
import { wasmEnv, withCompilerFirst } from './wasm-env.mjs'

/** How long a rustup that could not reach its server is left alone. */
const restMs = 10 * 60_000

/**
 * @typedef {object} Options
 * @property {boolean} [install] may install what is missing (default true)
 * @property {boolean} [lints] clippy and rustfmt are wanted too, and installed where they can be (default false)
 * @property {boolean} [fresh] look again, whatever is remembered (default false)
 * @property {import('./types.mjs').Say} [say] takes lines for the reader; default: standard error, with progress
 * @property {import('./types.mjs').Ask | null} [ask] asks before system packages are installed; `null`: there is nobody to ask
 * @property {string} [cacheDir] default `.tools`
 * @property {Partial<import('./types.mjs').Machine>} [machine]
 *
 * @typedef {import('./types.mjs').RustToolchain} RustToolchain
 * @typedef {import('./types.mjs').Machine} Machine
 * @typedef {import('./types.mjs').RoadFound} RoadFound
 */

/**
 * How this machine builds contracts for wasm32. Roads that are ready come before anything that has to be
 * downloaded; then rustup is asked, then Debian's packages. The answer is remembered, and looked over in
 * a few milliseconds as long as the compiler's files stay as they are.
 *
 * `LAB_RUST_ROADS` (`rustup`, `debian` or `none`) limits the choice.
 *
 * @param {Options} [options]
 * @returns {Promise<RustToolchain>}
 * @throws {ToolchainError} with the remedy, when no road is open
 */
export async function rustToolchain(options = {}) {
  const machine = { ...thisMachine(), ...options.machine }
  const cacheFile = join(options.cacheDir ?? toolsDir, 'rust.json')
  const enough = (/** @type {RustToolchain | undefined} */ found) =>
    found && (!options.lints || hasLints(found))

  const known = options.fresh ? undefined : recall(cacheFile, machine)
  if (known && (enough(known) || options.install === false)) return known

  const tried = /** @type {string[]} */ ([])
  const ready = await firstReady(machine, tried)
  const found = ready && (await remember(cacheFile, machine, ready))
  if (found && (enough(found) || options.install === false)) return found
  if (options.install === false) throw noRoad(machine, tried)

  const waiting = () => say(options, 'Another command is setting up Rust; waiting for it.')
  return withLock(`${cacheFile}.lock`, () => installMissing(machine, options, cacheFile), waiting)
}

/** @param {Machine} machine @param {Options} options @param {string} cacheFile */
async function installMissing(machine, options, cacheFile) {
  const tried = /** @type {string[]} */ ([])
  // Looked at again under the lock: the one we waited for may have done it.
  const ready =
    (await firstReady(machine, tried)) ??
    (await installRustup(machine, options, cacheFile, tried)) ??
    (await installDebian(machine, options, tried))
  if (!ready) throw noRoad(machine, tried)
  const found = await remember(cacheFile, machine, ready)
  if (!options.lints || hasLints(found)) return found
  // Without them `npm test` says which checks it had to leave out; that is no reason to stop here.
  const failed =
    found.road === 'rustup'
      ? await withProgress(options, `Installing clippy and rustfmt for Rust ${pinnedRust}`, (line) =>
          installWithRustup(machine, line),
        )
      : await aptInstall(machine, options, debianLintPackages)
  if (failed) say(options, `clippy and rustfmt could not be installed: ${failed}`)
  return remember(cacheFile, machine, ready)
}

/**
 * @param {Machine} machine
 * @param {string[]} tried takes a line for every road that isn't ready
 * @returns {Promise<RoadFound | undefined>}
 */
async function firstReady(machine, tried) {
  for (const [road, probe] of probes) {
    if (!isAllowed(machine, road)) continue
    const result = await probe(machine)
    if ('road' in result) return result
    tried.push(`${road}: ${result.missing}`)
  }
  return undefined
}

/** @type {[import('./types.mjs').Road, (machine: Machine) => Promise<RoadFound | { missing: string }>][]} */
const probes = [
  ['rustup', rustupReady],
  ['debian', debianReady],
]

/** @param {Machine} machine @param {Options} options @param {string} cacheFile @param {string[]} tried */
async function installRustup(machine, options, cacheFile, tried) {
  if (!isAllowed(machine, 'rustup') || !findRustup(machine.env)) return undefined
  const rest = join(dirname(cacheFile), 'rustup-rest')
  if (!options.fresh && isYoung(rest)) {
    tried.push('rustup: its server could not be reached a few minutes ago')
    return undefined
  }
  const title = `Installing Rust ${pinnedRust} with the ${wasmTarget} target through rustup (about 300 MB, once)`
  const failed = await withProgress(options, title, (line) => installWithRustup(machine, line))
  if (failed) {
    say(options, `rustup could not install it: ${failed}`)
    tried.push(`rustup: ${failed}`)
    leaveMark(rest)
    return undefined
  }
  rmSync(rest, { force: true })
  const result = await rustupReady(machine)
  if ('road' in result) return result
  tried.push(`rustup, after installing: ${result.missing}`)
  return undefined
}

/** @param {Machine} machine @param {Options} options @param {string[]} tried */
async function installDebian(machine, options, tried) {
  if (!isAllowed(machine, 'debian') || !hasApt(machine)) return undefined
  const failed = await aptInstall(machine, options, [
    ...debianPackages,
    ...(options.lints ? debianLintPackages : []),
  ])
  if (failed) {
    tried.push(`debian: ${failed}`)
    return undefined
  }
  const result = await debianReady(machine)
  if ('road' in result) return result
  tried.push(`debian, after installing: ${result.missing}`)
  return undefined
}

/**
 * @param {Machine} machine @param {Options} options @param {string[]} packages
 * @returns {Promise<string | undefined>} what went wrong
 */
async function aptInstall(machine, options, packages) {
  const consent = await mayInstallPackages(machine, options, packages)
  if ('refused' in consent) return consent.refused
  const title = `Installing Debian packages: ${packages.join(' ')}`
  const install = (/** @type {(line: string) => void} */ onLine) =>
    installWithApt(machine, packages, { ...consent, onLine })
  if (!consent.terminal) return withProgress(options, title, install)
  say(options, title)
  return install(() => {})
}

/**
 * @param {Options} options @param {string} title
 * @param {(onLine: (line: string) => void) => Promise<string | undefined>} work returns what went wrong
 */
async function withProgress(options, title, work) {
  if (options.say) {
    options.say(`${title} …`)
    return work(() => {})
  }
  const progress = startProgress(title)
  const failed = await work(progress.detail)
  progress.end(failed ? undefined : title.replace(/^Installing/, 'Installed'))
  return failed
}

/** @param {RustToolchain} found */
function hasLints({ native }) {
  return Boolean(native.fmt && native.clippy)
}

/** @param {Machine} machine @param {import('./types.mjs').Road} road */
function isAllowed({ env }, road) {
  return !env.LAB_RUST_ROADS || env.LAB_RUST_ROADS.split(/[ ,]+/).includes(road)
}

/** @param {Machine} machine @param {string[]} tried */
function noRoad(machine, tried) {
  const limited = machine.env.LAB_RUST_ROADS ? ` (LAB_RUST_ROADS=${machine.env.LAB_RUST_ROADS})` : ''
  return new ToolchainError(
    `No Rust on this machine builds for ${wasmTarget}${limited}.`,
    remedyFor(machine),
    tried,
  )
}

/** @param {Options} options @param {string} line */
function say(options, line) {
  if (options.say) options.say(line)
  else process.stderr.write(`${line}\n`)
}

/** What the answer depends on besides files. @param {Machine} machine */
function cacheKey({ env, prefix }) {
  return JSON.stringify([
    pinnedRust,
    minimumRust,
    env.LAB_RUST_ROADS ?? '',
    rustupHome(env),
    prefix,
    wasmEnv(env),
  ])
}

/** @param {string} cacheFile @param {Machine} machine @returns {RustToolchain | undefined} */
function recall(cacheFile, machine) {
  const answer = /** @type {RustToolchain | undefined} */ (readCache(cacheFile, cacheKey(machine)))
  return answer && withCompilerFirst(answer, machine.env)
}

/** @param {string} cacheFile @param {Machine} machine @param {RoadFound} ready @returns {Promise<RustToolchain>} */
async function remember(cacheFile, machine, ready) {
  const answer = { ...ready.road, native: await nativeTools(machine, ready.road.road) }
  // Also what would change the choice when it appears: toolchains of rustup, Debian's lints.
  const others = [
    join(rustupHome(machine.env), 'toolchains'),
    `${machine.prefix}/usr/bin/cargo-clippy`,
    `${machine.prefix}/usr/bin/rustfmt`,
  ]
  writeCache(cacheFile, cacheKey(machine), [...ready.files, ...others], answer)
  return withCompilerFirst(answer, machine.env)
}

/** @param {string} file */
function isYoung(file) {
  try {
    return Date.now() - statSync(file).mtimeMs < restMs
  } catch {
    return false
  }
}

/** @param {string} file */
function leaveMark(file) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '')
  } catch {}
}
