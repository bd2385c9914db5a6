import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { runTool } from '../test-steps/run-tool.ts'
import { rustToolchain } from '../toolchain/index.mjs'

/** The crate of the native prover, a workspace of its own. */
export const PROVER = join(root, 'rust-crates/groth16-prover')

/** Arkworks stays where nobody else builds. */
const target = join(root, '.work/target-prover')

/** Cargo for this machine, with the folder that the prover is built in. */
export async function nativeCargo() {
  const { native } = await rustToolchain()
  if (!native.test)
    throw new Error('There is no cargo for this machine: npm run lab:doctor tells how to get it.')
  return { cargo: native.test.cargo, env: { ...native.test.env, CARGO_TARGET_DIR: target } }
}

/**
 * Builds `rust-crates/groth16-prover` where it changed (the first time takes some two minutes), and gives the program's
 * path.
 *
 * @throws Error with cargo's words; ToolchainError without Rust
 */
export async function buildProver(onLine?: (line: string) => void): Promise<string> {
  const { cargo, env } = await nativeCargo()
  const args = ['build', '--release', '--locked']
  const { code, output } = await runTool(cargo, args, { cwd: PROVER, env, ...(onLine && { onLine }) })
  if (code !== 0) throw new Error(`The native prover was not built:\n${output}`)
  const name = process.platform === 'win32' ? 'groth16-prover.exe' : 'groth16-prover'
  return join(target, 'release', name)
}
