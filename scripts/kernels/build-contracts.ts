import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { runTool } from '../test-steps/run-tool.ts'
import { rustToolchain, wasmCargoArgs, wasmTarget } from '../toolchain/index.mjs'

/** Where the wasm of `rust-crates` is built: apart from the grader's builds. */
const targetDir = join(root, '.work', 'target-crates')

export interface BuildOptions {
  /** Bytes of the wasm stack, where 32 KiB are not enough. */
  stack?: number
  onLine?: (line: string) => void
}

/**
 * Builds examples of `rust-crates` as raw contracts, each a cdylib of its own, and reads them.
 *
 * @param crate Cargo package, such as `inkling-kernels`
 * @param names of its examples
 * @throws Error with cargo's words; ToolchainError without Rust
 */
export async function buildContracts(
  crate: string,
  names: string[],
  { stack, onLine }: BuildOptions = {},
): Promise<Map<string, Uint8Array>> {
  const toolchain = await rustToolchain()
  // `rustc --lib ... --crate-type cdylib` of one library becomes `build` of examples, which say their type themselves.
  const args = ['build', '--locked', '-p', crate, ...wasmCargoArgs(toolchain, 'raw').slice(2, -2)]
  const flags = toolchain.env.CARGO_ENCODED_RUSTFLAGS ?? ''
  const result = await runTool(toolchain.cargo, [...args, ...names.flatMap((name) => ['--example', name])], {
    cwd: join(root, 'rust-crates'),
    env: {
      ...toolchain.env,
      CARGO_TARGET_DIR: targetDir,
      CARGO_ENCODED_RUSTFLAGS: stack ? flags.replace(/-zstack-size=\d+/, `-zstack-size=${stack}`) : flags,
    },
    onLine,
  })
  if (result.code !== 0) throw new Error(`cargo could not build ${crate}:\n${result.output}`)
  const read = (name: string) =>
    readFileSync(join(targetDir, wasmTarget, 'release', 'examples', `${name}.wasm`))
  return new Map(names.map((name) => [name, new Uint8Array(read(name))]))
}
