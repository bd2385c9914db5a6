import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingTool } from './missing-tool.ts'
import { sum } from './one.ts'
import { runTool } from './run-tool.ts'
import { findRust, nativeTarget, rustWorkspaces } from './rust.ts'
import type { Step, StepResult } from './types.ts'

export const cargoTestStep: Step = {
  name: 'rust',
  title: 'cargo test: crates and solutions, natively',
  async run({ detail, ci }) {
    const found = await findRust({ detail, ci })
    if ('without' in found) return found.without
    const { test } = found.rust.native
    if (!test) return missingTool('cargo', 'https://rustup.rs', ci)
    const results = []
    for (const crate of await rustWorkspaces()) {
      // A starter is meant to fail; and where there are no tests, building the SDK natively takes minutes for nothing.
      if (crate.name.endsWith('@starter') || !hasTests(crate.dir)) continue
      const env = { ...test.env, CARGO_TARGET_DIR: nativeTarget }
      const result = await runTool(
        test.cargo,
        ['test', '--workspace', '--lib', '--tests', '--no-fail-fast'],
        {
          cwd: crate.dir,
          env,
          onLine: (line) => detail(`${crate.name}  ${line}`),
        },
      )
      const counted = countCargo(result.output)
      if (result.code !== 0 && counted.failed === 0) counted.failed = 1
      results.push({ ...counted, output: result.output })
    }
    const total = sum(results)
    if (total.passed + total.failed === 0) total.skipped = ['no Rust tests in the crates yet']
    return total
  },
}

/** Whether any Rust file below a folder has a test. */
function hasTests(dir: string): boolean {
  return readdirSync(dir, { withFileTypes: true }).some((entry) => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return entry.name !== 'target' && hasTests(path)
    return entry.name.endsWith('.rs') && /#\[test\]/.test(readFileSync(path, 'utf8'))
  })
}

/** Adds up the `test result:` lines of cargo test. */
export function countCargo(output: string): StepResult {
  const lines = [...output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)]
  const total = (index: number) => lines.reduce((n, line) => n + Number(line[index]), 0)
  const ignored = [...output.matchAll(/^test (\S+) \.\.\. ignored/gm)].map((line) => line[1] ?? '')
  return { passed: total(1), failed: total(2), skipped: ignored }
}
