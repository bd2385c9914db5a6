import { missingTool } from './missing-tool.ts'
import { one, sum } from './one.ts'
import { runTool } from './run-tool.ts'
import { findRust, rustWorkspaces } from './rust.ts'
import type { Step } from './types.ts'

export const rustfmtStep: Step = {
  name: 'rustfmt',
  title: 'rustfmt: contracts and crates',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const { fmt } = found.rust.native
    if (!fmt) return missingTool('rustfmt', 'rustup component add rustfmt', ci)
    const results = []
    for (const crate of await rustWorkspaces()) {
      detail(crate.name)
      results.push(
        one(await runTool(fmt.cargo, ['fmt', '--all', '--check'], { cwd: crate.dir, env: fmt.env })),
      )
    }
    return sum(results)
  },
}
