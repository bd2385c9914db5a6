/**
 * `npm run fuzz:proof` hands a million mutated proofs and public signals to the verifier of packages/proof and writes
 * docs/data/fuzz-proof.json. `-- --cases N --seed S` for another run; exit 1 when one was accepted or ended in an error
 * that isn't typed.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeProof, prove, setup } from '../packages/proof/src/index.ts'
import { fuzz } from '../packages/proof/test/fuzz.ts'
import { SMALL_SIGNALS, smallCircuit, smallWitness } from '../packages/proof/test/small-circuit.ts'
import { root } from './bootstrap/paths.mjs'
import { startProgress } from './bootstrap/progress.mjs'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})
const [cases, seed] = [Number(values.cases), Number(values.seed)]
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run fuzz:proof [-- --cases N --seed S], both whole numbers')
  process.exit(2)
}

const { provingKey } = await setup(smallCircuit())
const make = async () => encodeProof(await prove(provingKey, smallWitness()))
const target = {
  key: provingKey.verifyingKey,
  signals: SMALL_SIGNALS,
  proof: await make(),
  other: await make(),
}

const progress = startProgress(`Fuzzing the verifier: ${cases.toLocaleString('en-US')} cases`)
const start = process.cpuUsage()
const result = fuzz(target, {
  seed,
  cases,
  onProgress: (done) => progress.detail(`${done.toLocaleString('en-US')} done`),
})
const { user, system } = process.cpuUsage(start)
progress.end()

const file = 'docs/data/fuzz-proof.json'
const environment = {
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  node: process.versions.node,
}
const cpuSeconds = Math.round((user + system) / 1e6)
writeFileSync(join(root, file), `${JSON.stringify({ environment, cpuSeconds, ...result }, null, 2)}\n`)
for (const [kind, counts] of Object.entries(result.counts))
  console.log(kind.padEnd(36), JSON.stringify(counts))
for (const { at, kind, problem } of result.failures.slice(0, 10))
  console.error(`case ${at}, ${kind}: ${problem}`)
console.log(`${cases} cases, ${result.failures.length} got through, ${cpuSeconds} s of CPU; wrote ${file}`)
process.exitCode = result.failures.length > 0 ? 1 : 0
