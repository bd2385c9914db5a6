import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { runTool } from '../test-steps/run-tool.ts'
import { rustToolchain, ToolchainError } from '../toolchain/index.mjs'

/** A folder of its own, so that what is copied into the site has no crate that is gone. */
const target = join(root, '.work', 'rustdoc')

/** Builds the documentation of `rust-crates`, with what is on this machine. Nothing is installed for it. */
export async function buildRustdoc(): Promise<{ dir: string } | { without: string }> {
  try {
    const { native } = await rustToolchain({ install: false })
    const { test } = native
    if (!test) return { without: 'no cargo for this machine' }
    const { code, output } = await runTool(test.cargo, ['doc', '--workspace', '--no-deps', '--locked'], {
      cwd: join(root, 'rust-crates'),
      env: { ...test.env, CARGO_TARGET_DIR: target },
    })
    if (code === 0) return { dir: join(target, 'doc') }
    return { without: `cargo doc failed: ${output.trim().split('\n').at(-1)}` }
  } catch (error) {
    if (error instanceof ToolchainError) return { without: 'no Rust on this machine' }
    throw error
  }
}
