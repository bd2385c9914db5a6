/**
 * `npm run report` writes the figures of the feasibility report, `docs/data/report.json`, from the bench JSON in
 * `docs/data`. The pictures and tables of the report are drawn from the same JSON when the site is built.
 *
 *   npm run report                  seconds: from what was measured last
 *   npm run report -- --check       write nothing; exit 1 naming what is stale
 *   npm run report -- --table       minutes: asks the compiler for the cost calculator's table first
 *   npm run report -- --measure     an hour or two: runs every bench first, then the table
 */
import { parseArgs } from 'node:util'
import { environment } from './bench/environment.ts'
import { startProgress } from './bootstrap/progress.mjs'
import { differences, writeAll } from './docs/outputs.ts'
import { inferenceBench } from './report/bench-data.ts'
import { formatCostShapes, makeCostShapes } from './report/make-cost-shapes.ts'
import { formatCostTable, makeCostTable } from './report/make-cost-table.ts'
import { reportOutputs } from './report/outputs.ts'
import { runNode } from './test-steps/run-tool.ts'

const ARBOS = 51
/** Milliseconds that one bench may take on a slow machine. */
const LONGEST = 3 * 60 * 60 * 1_000
/** In the order they are run; each writes its own file of `docs/data`. */
const BENCHES = [
  ['bench:lab', 'scripts/bench-lab.ts'],
  ['bench:devnode', 'packages/devnode/bench/bench.ts'],
  ['bench:kernels', 'scripts/bench-kernels.ts'],
  ['bench:inference', 'scripts/bench-inference.ts'],
  ['bench:proof', 'scripts/bench-proof.ts'],
  ['bench:mind', 'scripts/bench-mind.ts'],
  ['bench:limits', 'scripts/bench-limits.ts'],
  ['bench:attacks', 'scripts/bench-attacks.ts'],
  ['docs:data', 'scripts/docs/data.ts'],
] as const

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
    measure: { type: 'boolean', default: false },
  },
})
try {
  if (values.check) check()
  else await write()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

function check(): void {
  const stale = differences(reportOutputs())
  for (const line of stale) console.log(line)
  console.log(stale.length > 0 ? '\nnext: npm run report' : 'the figures of the report are up to date')
  process.exitCode = stale.length > 0 ? 1 : 0
}

async function write(): Promise<void> {
  if (values.measure) for (const [name, file] of BENCHES) await measure(name, file)
  if (values.table || values.measure) await writeTable()
  const written = writeAll(reportOutputs())
  for (const file of written) console.log(`wrote ${file}`)
  if (written.length === 0) console.log('docs/data/report.json is up to date')
  console.log(`read it on the page docs/report/index.md: npm run docs:dev`)
}

async function measure(name: string, file: string): Promise<void> {
  const progress = startProgress(`npm run ${name}`)
  const result = await runNode(file, [], { onLine: progress.detail, limitMs: LONGEST })
  progress.end()
  if (result.code !== 0) throw new Error(`npm run ${name} failed; run it by itself to see why`)
}

async function writeTable(): Promise<void> {
  const progress = startProgress("Asking the compiler for the calculator's nets")
  try {
    const table = makeCostTable(inferenceBench().scaling, progress.detail)
    const made = await environment(ARBOS)
    for (const one of writeAll([
      { file: 'docs/data/cost-table.json', text: formatCostTable(made, table) },
      {
        file: 'docs/data/cost-shapes.json',
        text: formatCostShapes(made, makeCostShapes(table, progress.detail)),
      },
    ]))
      console.log(`wrote ${one}`)
  } finally {
    progress.end()
  }
}
