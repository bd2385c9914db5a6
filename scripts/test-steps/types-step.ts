import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { one } from './one.ts'
import { ownWork } from './own-work.ts'
import { runNode } from './run-tool.ts'
import type { Step } from './types.ts'

export const typesStep: Step = {
  name: 'types',
  title: 'typescript: strict types',
  async run({ detail, ci }) {
    const mine = await ownWork(ci)
    const project = mine.length > 0 ? projectWithout(mine) : 'tsconfig.json'
    const result = await runNode(
      'node_modules/typescript/bin/tsc',
      ['--noEmit', '--pretty', 'false', '-p', project],
      { onLine: detail },
    )
    return one(
      result,
      mine.map((file) => `${file} (your own work)`),
    )
  },
}

/** A project file that leaves more files out than the root's; `include` stays as it is there. */
function projectWithout(excluded: string[]): string {
  const dir = join(root, '.work', 'test')
  mkdirSync(dir, { recursive: true })
  const { exclude } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as { exclude: string[] }
  const here = [...exclude, ...excluded].map((path) => `../../${path}`)
  const file = join(dir, 'tsconfig.json')
  writeFileSync(file, JSON.stringify({ extends: '../../tsconfig.json', exclude: here }))
  return file
}
