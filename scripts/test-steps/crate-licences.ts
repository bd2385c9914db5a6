import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
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
    const { crates, unread, stale } = await readCrates([...folders, ...own], test.cargo, test.env)
    const faults = [
      ...crateFaults(crates),
      ...stale.map(
        (folder) => `${folder}: Cargo.lock isn't of its manifests (cargo update --workspace --offline)`,
      ),
    ]
    const missing = unread.map((folder) => `${folder}: cargo can't read it offline and locked (cargo fetch)`)
    return {
      passed: crates.length - crateFaults(crates).length,
      failed: faults.length,
      skipped: missing,
      output: faults.join('\n'),
    }
  },
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

/** Asks cargo about each workspace, those without a crate of their own included: their lockfile has to be current, too. */
async function readCrates(folders: readonly string[], cargo: string, env: NodeJS.ProcessEnv | undefined) {
  const crates = new Map<string, LicensedCrate>()
  const unread: string[] = []
  const stale: string[] = []
  for (const folder of folders) {
    if (!existsSync(join(folder, 'Cargo.lock'))) continue
    const platforms = [hostTriple(), 'wasm32-unknown-unknown'].flatMap((name) => ['--filter-platform', name])
    const args = ['metadata', '--format-version', '1', '--locked', '--offline', ...platforms]
    const { code, stdout, output } = await runTool(cargo, args, { cwd: folder, env, limitMs: 120_000 })
    const name = relative(root, folder).replaceAll('\\', '/')
    if (code === 0) for (const crate of cratesOf(stdout)) crates.set(`${crate.name} ${crate.version}`, crate)
    else if (lockIsStale(output)) stale.push(name)
    else unread.push(name)
  }
  return { crates: [...crates.values()], unread, stale }
}

/** Whether cargo refused because the lockfile would have to change, in the words of any version since 2019. */
export function lockIsStale(output: string): boolean {
  return /--locked was passed/.test(output)
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
