import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { allowed } from './licences.ts'
import { missingTool } from './missing-tool.ts'
import { runTool } from './run-tool.ts'
import { findRust, labContracts, ownWorkspaces } from './rust.ts'
import type { Step } from './types.ts'

export interface LicensedCrate {
  name: string
  version: string
  license: string | null
  /** `null` for crates of this clone. */
  source: string | null
}

/** Licenses of Rust crates, from what cargo has on this machine: it comes after the builds, and downloads nothing. */
export const crateLicencesStep: Step = {
  name: 'crates',
  title: 'licenses of Rust crates',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const { test } = found.rust.native
    if (!test) return missingTool('cargo', 'https://rustup.rs', ci)
    const folders = [...(await labContracts()), ...ownWorkspaces()].map(({ dir }) => dir)
    const own = ['groth16-prover', 'groth16-conformance'].map((name) => join(root, 'rust-crates', name))
    const { crates, unread } = await readCrates([...folders, ...own], test.cargo, test.env)
    const faults = crateFaults(crates)
    const missing = unread.map((folder) => `${folder}: cargo can't read it offline and locked (cargo fetch)`)
    return {
      passed: crates.length - faults.length,
      failed: faults.length,
      skipped: missing,
      output: faults.join('\n'),
    }
  },
}

/** `name version` of the crates of others that a Cargo.lock names. */
export function lockedIn(lock: string): string[] {
  return lock.split('[[package]]').flatMap((entry) => {
    const field = (name: string) => new RegExp(`^${name} = "(.*)"$`, 'm').exec(entry)?.[1]
    return field('source') ? [`${field('name')} ${field('version')}`] : []
  })
}

/** Crates that may not be linked into what is published, a line each. */
export function crateFaults(crates: readonly LicensedCrate[]): string[] {
  return crates.flatMap(({ name, version, license }) => {
    if (license === null) return [`crate ${name} ${version} names no license: read it, or drop the crate`]
    // `MIT/Apache-2.0` is how alternatives were written before SPDX.
    return allowed(license.replaceAll(/\s*\/\s*/g, ' OR '))
      ? []
      : [`crate ${name} ${version} is under ${license}, which may not be linked`]
  })
}

/** Asks cargo about each workspace that has crates which no other had. */
async function readCrates(folders: readonly string[], cargo: string, env: NodeJS.ProcessEnv | undefined) {
  const crates = new Map<string, LicensedCrate>()
  const unread: string[] = []
  for (const folder of folders) {
    const lock = join(folder, 'Cargo.lock')
    if (!existsSync(lock)) continue
    if (lockedIn(readFileSync(lock, 'utf8')).every((crate) => crates.has(crate))) continue
    const platforms = [hostTriple(), 'wasm32-unknown-unknown'].flatMap((name) => ['--filter-platform', name])
    const args = ['metadata', '--format-version', '1', '--locked', '--offline', ...platforms]
    const { code, stdout } = await runTool(cargo, args, { cwd: dirname(lock), env, limitMs: 120_000 })
    if (code !== 0) unread.push(relative(root, folder).replaceAll('\\', '/'))
    else for (const crate of cratesOf(stdout)) crates.set(`${crate.name} ${crate.version}`, crate)
  }
  return { crates: [...crates.values()], unread }
}

/** Crates for other systems are never downloaded, so cargo can't be asked about them. */
function hostTriple(): string {
  const cpu = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
  if (process.platform === 'darwin') return `${cpu}-apple-darwin`
  return process.platform === 'win32' ? `${cpu}-pc-windows-msvc` : `${cpu}-unknown-linux-gnu`
}

/** Crates of others in what `cargo metadata` says. */
export function cratesOf(metadata: string): LicensedCrate[] {
  return (JSON.parse(metadata) as { packages: LicensedCrate[] }).packages.filter(
    ({ source }) => source !== null,
  )
}
