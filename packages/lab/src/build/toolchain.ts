/**
 * The only file that knows where Rust comes from. `scripts/toolchain` finds it; this adapter turns its
 * answer into what the grader needs.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { EnvironmentError } from '../errors.ts'
import type { Workspace } from '../workspace.ts'

export interface RustToolchain {
  /** `rustup` or `debian`: shown by `lab doctor`. */
  road: string
  /** `rustc 1.96.0 ...` */
  rustc: string
  /** Goes into the artefact's key: other compilers make other programs. */
  id: string
  cargo: string
  env: Record<string, string>
  /** `-Z build-std=...` on the road that has no prebuilt standard library. */
  extraArgs: string[]
}

/**
 * Finds Rust with the wasm32 target, and installs it where that is possible; `onSetUp` is called before that.
 * @throws EnvironmentError (exit 3) naming the remedy.
 */
export async function findRust(
  ws: Workspace,
  say?: (line: string) => void,
  onSetUp?: () => void,
): Promise<RustToolchain> {
  // The scripts belong to the clone this grader came from, also when a test grades another folder.
  const own = fileURLToPath(new URL('../../../../scripts/toolchain/rust-toolchain.mjs', import.meta.url))
  const inRoot = join(ws.root, 'scripts', 'toolchain', 'rust-toolchain.mjs')
  const { rustToolchain } = (await import(pathToFileURL(existsSync(inRoot) ? inRoot : own).href)) as {
    rustToolchain(options: { say?: (line: string) => void; install?: boolean }): Promise<RustToolchain>
  }
  try {
    if (onSetUp !== undefined) {
      const ready = await rustToolchain({ install: false }).catch(() => undefined)
      if (ready !== undefined) return ready
      // Installing takes a while, and may ask: whoever waits first sees what is known already.
      onSetUp()
    }
    return await rustToolchain(say === undefined ? {} : { say })
  } catch (error) {
    const known = error as Error & { exitCode?: number; remedy?: string; tried?: string[] }
    if (known.exitCode !== 3) throw error
    throw new EnvironmentError(known.message, {
      remedy: known.remedy ?? 'see what is missing: npm run lab:doctor',
      details: known.tried?.join('\n'),
      cause: error,
    })
  }
}
