import { countCargo } from './cargo-test.ts'
import { missingTool } from './missing-tool.ts'
import { one, sum } from './one.ts'
import { runTool } from './run-tool.ts'
import { findRust, nativeTarget, ownWorkspaces } from './rust.ts'
import type { Step } from './types.ts'

/** The crates that are meant for a registry: their packages have to build from what is packed. */
const published = [
  'inkling-quant',
  'inkling-trees',
  'inkling-nn',
  'inkling-entry',
  'inkling-names',
  'inkling-portrait',
  'inkling-groth16-verifier',
]

export const rustdocStep: Step = {
  name: 'rustdoc',
  title: 'cargo doc, its examples, packages of the crates',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const { test } = found.rust.native
    if (!test) return missingTool('cargo', 'https://rustup.rs', ci)
    const results = []
    for (const crate of ownWorkspaces()) {
      const env = { ...test.env, CARGO_TARGET_DIR: nativeTarget, RUSTDOCFLAGS: '-D warnings' }
      const cargo = (...args: string[]) =>
        runTool(test.cargo, args, {
          cwd: crate.dir,
          env,
          onLine: (line) => detail(`${crate.name}  ${line}`),
        })
      const examples = await cargo('test', '--workspace', '--doc')
      const counted = countCargo(examples.output)
      if (examples.code !== 0 && counted.failed === 0) counted.failed = 1
      results.push({ ...counted, output: examples.output })
      results.push(one(await cargo('doc', '--workspace', '--no-deps')))
      // What `cargo publish --dry-run` does, without asking the registry.
      const packages = published.flatMap((name) => ['-p', name])
      results.push(one(await cargo('package', ...packages, '--allow-dirty', '--offline')))
    }
    return sum(results)
  },
}
