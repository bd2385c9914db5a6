/**
 * `npm run bench:limits` measures where larger models meet the chain's walls, on the embedded devnode: programs in
 * fragments on ArbOS 60, and tokens of a 1M-parameter net in one transaction. Writes docs/data/bench-limits.json.
 * `-- --only fragments` or `steps` keeps the other figures.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { environment } from './bench/environment.ts'
import { benchFragments } from './bench/limits/fragments.ts'
import { benchSteps } from './bench/limits/steps.ts'
import { root } from './bootstrap/paths.mjs'
import { startProgress } from './bootstrap/progress.mjs'

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const only = values.only?.split(',')
const file = join(root, 'docs/data/bench-limits.json')
const report = stored()
const benches = { fragments: benchFragments, steps: benchSteps }
const progress = startProgress('Measuring limits')
try {
  for (const [name, bench] of Object.entries(benches))
    if (!only || only.includes(name)) report[name] = await bench(progress.detail)
  progress.end()
  const { environment: _, ...rest } = report
  writeFileSync(file, `${JSON.stringify({ environment: await environment(51), ...rest }, null, 2)}\n`)
  console.log('wrote docs/data/bench-limits.json')
} catch (error) {
  progress.end()
  console.error((error as Error).message)
  process.exitCode = 1
}

function stored(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}
