import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingTool } from './missing-tool.ts'
import { one, sum } from './one.ts'
import { runTool } from './run-tool.ts'
import { type Crate, findRust, nativeTarget, rustWorkspaces } from './rust.ts'
import type { Step } from './types.ts'

export const clippyStep: Step = {
  name: 'clippy',
  title: 'clippy: contracts and crates',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const { clippy } = found.rust.native
    if (!clippy) return missingTool('clippy', 'rustup component add clippy', ci)
    const results = []
    for (const crate of await rustWorkspaces()) {
      // `steps` adds the doors of each task; without it is what gets deployed.
      for (const features of hasSteps(crate) ? [[], ['--features', 'steps']] : [[]]) {
        detail(crate.name)
        // The libraries' tests and contracts too; a lab's contract has one target.
        const targets = crate.name === 'rust-crates' ? '--all-targets' : '--lib'
        const args = ['clippy', '--workspace', targets, ...features, '--', '-D', 'warnings']
        const env = { ...clippy.env, CARGO_TARGET_DIR: nativeTarget }
        results.push(
          one(
            await runTool(clippy.cargo, args, {
              cwd: crate.dir,
              env,
              onLine: (line) => detail(`${crate.name}  ${line}`),
            }),
          ),
        )
      }
    }
    return sum(results)
  },
}

/** Lab 0 has no tasks, so no doors to them. */
function hasSteps({ dir }: Crate): boolean {
  return /^steps\s*=/m.test(readFileSync(join(dir, 'Cargo.toml'), 'utf8'))
}
