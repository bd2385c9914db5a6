/**
 * The theme guides alone, which is a matter of seconds; `npm run docs:data` does them with everything else.
 *
 *   npm run lab -- run scripts/docs/guides.ts    write docs/data/guides.json and the guides' blocks
 *   node scripts/docs/guides.ts --check          write nothing; exit 1 naming what is stale (Node 24 or newer)
 */
import { parseArgs } from 'node:util'
import { startProgress } from '../bootstrap/progress.mjs'
import { collectGuides } from './guides/collect.ts'
import { differences, writeAll } from './outputs.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const progress = startProgress('Typing what the guides show')
try {
  const { outputs } = await collectGuides(progress.detail)
  progress.end()
  const lines = values.check ? differences(outputs) : writeAll(outputs).map((file) => `wrote ${file}`)
  for (const line of lines) console.log(line)
  if (values.check && lines.length > 0) process.exitCode = 1
} catch (error) {
  progress.end()
  console.error((error as Error).message)
  process.exitCode = 1
}
