import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { prepareProgram } from '../../../packages/lab/src/chain.ts'
import { emitRust, type Plan } from '../../../packages/model/src/compile/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { runTool } from '../../test-steps/run-tool.ts'
import { rustToolchain, wasmCargoArgs, wasmTarget } from '../../toolchain/index.mjs'

/**
 * The compiler's Rust source of a plan, built with cargo: contract code as it would be deployed. The same source and
 * compiler are built once; the module is kept under `.work`.
 *
 * @throws Error with rustc's words where it doesn't build; ToolchainError where there is no Rust
 */
export async function buildRust(plan: Plan, shell: 'raw' | 'sdk'): Promise<Uint8Array> {
  const toolchain = await rustToolchain({ install: false })
  const files = emitRust(plan, { shell })
  const key = createHash('sha256')
    .update(JSON.stringify([files, toolchain.rustc, shell]))
    .digest('hex')
    .slice(0, 16)
  const work = join(root, '.work', 'bench-inference')
  const kept = join(work, `${plan.name}-${shell}-${key}.wasm`)
  if (!existsSync(kept)) {
    const folder = join(work, `${plan.name}-${shell}`)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const target = join(work, 'target')
    const args = [...wasmCargoArgs(toolchain, shell === 'sdk' ? 'sdk' : 'raw'), '--message-format', 'json']
    const env = { ...toolchain.env, CARGO_TARGET_DIR: target }
    const built = await runTool(toolchain.cargo, args, { cwd: folder, env })
    const wasm = built.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .flatMap((line) => (JSON.parse(line) as { filenames?: string[] }).filenames ?? [])
      .findLast((name) => name.endsWith('.wasm') && name.includes(wasmTarget))
    if (built.code !== 0 || wasm === undefined)
      throw new Error(`${plan.name} as Rust (${shell}) does not build:\n${built.output.slice(-3000)}`)
    writeFileSync(kept, readFileSync(wasm))
  }
  return (await prepareProgram(new Uint8Array(readFileSync(kept)), 51)).code
}
