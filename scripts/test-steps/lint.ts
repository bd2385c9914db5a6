import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { one } from './one.ts'
import { ownWork } from './own-work.ts'
import { runNode } from './run-tool.ts'
import type { Step } from './types.ts'

export const lintStep: Step = {
  name: 'lint',
  title: 'biome: lint and format',
  async run({ detail, ci }) {
    const mine = await ownWork(ci)
    const paths = mine.length > 0 ? pathsWithout(mine) : ['.']
    const args = ['ci', '--error-on-warnings', '--colors=off', '--files-ignore-unknown=true', ...paths]
    const result = await runNode('node_modules/@biomejs/biome/bin/biome', args, { onLine: detail })
    return one(
      result,
      mine.map((file) => `${file} (your own work)`),
    )
  },
}

/** Everything there is to lint, except some files under `labs/`. */
function pathsWithout(excluded: string[]): string[] {
  const top = readdirSync(root).filter(
    (name) => !/^(\.git|\.tools|\.work|\.lab|node_modules|labs)$/.test(name),
  )
  const labs = readdirSync(join(root, 'labs'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && !entry.parentPath.includes('node_modules') && !entry.parentPath.includes('target'),
    )
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
  return [...top, ...labs.filter((file) => /\.(ts|mjs|js|json)$/.test(file) && !excluded.includes(file))]
}
