import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractDir } from '../../../packages/lab/src/build/cargo.ts'
import { findRust } from '../../../packages/lab/src/build/toolchain.ts'
import type { Workspace } from '../../../packages/lab/src/workspace.ts'
import type { Overlay } from '../../test-steps/overlays.ts'

/**
 * Builds a lab's contract as the grader does, and keeps the table of lines that rustc makes. The program is the same:
 * whoever calls this compares its ink with that of the graded build.
 *
 * @returns the module with its debug information
 */
export async function buildWithLines(
  ws: Workspace,
  { manifest, dir }: Overlay,
  build: 'plain' | 'steps',
): Promise<Uint8Array> {
  const rust = await findRust(ws)
  const name = manifest.contract!.package
  const target = join(ws.work, 'target-lines')
  const args = [
    ...['rustc', '--lib', '--release', '--target', 'wasm32-unknown-unknown', '-p', name],
    ...[...rust.extraArgs, '--crate-type', 'cdylib'],
    ...(build === 'steps' ? ['--features', 'steps'] : []),
    ...['--', '-C', 'strip=none'],
  ]
  const env = {
    ...process.env,
    ...rust.env,
    CARGO_TARGET_DIR: target,
    CARGO_PROFILE_RELEASE_DEBUG: 'line-tables-only',
    CARGO_TERM_COLOR: 'never',
  }
  const child = spawn(rust.cargo, args, { cwd: contractDir(dir), env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`${manifest.id} was not built with its lines:\n${said.slice(-2_000)}`)
  return new Uint8Array(
    readFileSync(join(target, 'wasm32-unknown-unknown/release', `${name.replaceAll('-', '_')}.wasm`)),
  )
}
