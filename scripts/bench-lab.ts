/**
 * `npm run bench:lab` writes docs/data/bench-lab.json: how long the labs take on this machine, and what lab 1's
 * reference costs beside the same tree in Solidity. With `-- --cold` also a bare clone (minutes, needs a network);
 * without it the last figure of that kind is kept, with the commit it was taken at.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ColdClone, coldClone } from './bench/cold-clone.ts'
import { compareTwins } from './bench/compare-twins.ts'
import { environment } from './bench/environment.ts'
import { timeChecks } from './bench/time-checks.ts'
import { root } from './bootstrap/paths.mjs'
import { startProgress } from './bootstrap/progress.mjs'
import { overlays } from './test-steps/overlays.ts'

const file = join(root, 'docs', 'data', 'bench-lab.json')
const { values } = parseArgs({ options: { cold: { type: 'boolean' } } })

const lab = (await overlays('solution')).find((overlay) => overlay.manifest.number === 1)
if (!lab) throw new Error('labs/01-… is not in this clone: git checkout -- labs solutions')

const twins = await shown('Comparing lab 1 with its Solidity twins', () => compareTwins(lab))
const checks = await shown('Timing lab:check 1', () => timeChecks(lab))
const cold = values.cold ? await shown('Timing a bare clone', (detail) => coldClone(detail)) : lastColdClone()

const figures = { ...(cold && { coldCloneToFirstPass: cold }), labCheck1: checks, solidityTwin: twins }
mkdirSync(join(file, '..'), { recursive: true })
writeFileSync(file, `${JSON.stringify({ environment: await environment(twins.arbos), figures }, null, 2)}\n`)

for (const { name, codeBytes, callGasMedian, callGasWorst, txGasMedian } of twins.contracts) {
  console.log(
    `${name.padEnd(14)} ${codeBytes} bytes on chain, call ${callGasMedian} gas (worst ${callGasWorst}), transaction ${txGasMedian} gas`,
  )
}
const aim = (value: number, limit: number) => `${value} s (aim: ${limit} s${value > limit ? ', MISSED' : ''})`
console.log(`lab:check 1    ${aim(checks.warm, 2)} warm, ${aim(checks.warmWithRebuild, 8)} with a rebuild`)
console.log(`lab:list       ${aim(checks.list, 0.3)}`)
if (cold)
  console.log(
    `bare clone     ${cold.firstPrediction} s to the first prediction, ${cold.firstPass} s to PASS, ${cold.end} s to the end (commit ${cold.commit.slice(0, 10)})`,
  )
console.log('wrote docs/data/bench-lab.json')

async function shown<T>(title: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T> {
  const progress = startProgress(title)
  try {
    return await work(progress.detail)
  } finally {
    progress.end()
  }
}

function lastColdClone(): ColdClone | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).figures.coldCloneToFirstPass as ColdClone | undefined
  } catch {
    return undefined
  }
}
