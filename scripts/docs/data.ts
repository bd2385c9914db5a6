/**
 * `npm run docs:data` measures every figure of the lessons and writes `docs/data/labs.json`,
 * `docs/data/lessons.json` and the generated blocks in READMEs and in `docs/reference`.
 *
 *   npm run docs:data                 measure and write (a first run builds for minutes)
 *   npm run docs:data -- --check      write nothing; exit 1 naming what is stale
 *
 * Figures depend on the compiler. Where Rust is missing, or is another one than the stored figures are of,
 * `--check` compares the sources they were made from instead of the figures, and says so.
 */
import { parseArgs } from 'node:util'
import { startProgress } from '../bootstrap/progress.mjs'
import { collect } from './collect.ts'
import { differences, writeAll } from './outputs.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const progress = startProgress(
  values.check ? 'Comparing the figures of the docs' : 'Measuring the figures of the docs',
)
try {
  const { outputs, note } = await collect({ check: values.check, detail: progress.detail })
  progress.end()
  if (note) console.log(note)
  if (values.check) {
    const stale = differences(outputs)
    for (const line of stale) console.log(line)
    if (stale.length > 0) console.log('\nnext: npm run docs:data')
    else console.log(`${outputs.length} generated files are up to date`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const file of writeAll(outputs)) console.log(`wrote ${file}`)
  }
} catch (error) {
  progress.end()
  console.error((error as Error).message)
  process.exitCode = 1
}
