import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { rustToolchain, ToolchainError } from '../toolchain/index.mjs'
import type { RustToolchain } from '../toolchain/types.mjs'
import { missingTool } from './missing-tool.ts'
import { overlays } from './overlays.ts'
import type { StepContext, StepResult } from './types.ts'

/** A folder with a Cargo workspace, and how to call it. */
export interface Crate {
  name: string
  dir: string
}

/** The Rust libraries, and every lab's contract as the starter and as the solution. */
export async function rustWorkspaces(): Promise<Crate[]> {
  const found: Crate[] = []
  for (const variant of ['solution', 'starter'] as const) {
    for (const { manifest, dir } of await overlays(variant)) {
      found.push({ name: `${manifest.id}@${variant}`, dir: join(dir, 'contract') })
    }
  }
  return [...found, ...ownWorkspaces()].filter(hasManifest)
}

/** The Rust libraries alone. */
export function ownWorkspaces(): Crate[] {
  return [{ name: 'rust-crates', dir: join(root, 'rust-crates') }].filter(hasManifest)
}

/** The contracts as they stand in `labs/`, a learner's work included. */
export async function labContracts(): Promise<Crate[]> {
  const all = await overlays('starter')
  return all
    .map(({ manifest }) => ({ name: manifest.id, dir: join(root, 'labs', manifest.id, 'contract') }))
    .filter(hasManifest)
}

function hasManifest(crate: Crate): boolean {
  return existsSync(join(crate.dir, 'Cargo.toml'))
}

/**
 * Rust as found on this machine, its lints installed where that is possible without asking. `without` instead
 * of `rust`: the result of a step that can't run.
 */
export async function findRust({
  detail,
  ci,
}: Pick<StepContext, 'detail' | 'ci'>): Promise<{ rust: RustToolchain } | { without: StepResult }> {
  const say = (line: string) => {
    detail(line)
    if (!process.stderr.isTTY) console.log(`      ${line}`)
  }
  try {
    return { rust: await rustToolchain({ lints: true, ask: null, say }) }
  } catch (error) {
    if (!(error instanceof ToolchainError)) throw error
    const remedy = [...error.tried, 'npm run lab:doctor tells how to get it'].join('; ')
    return { without: missingTool('Rust for wasm32', remedy, ci) }
  }
}

/** Native builds have a target folder of their own, beside the grader's. */
export const nativeTarget = join(root, '.work', 'target-native')
