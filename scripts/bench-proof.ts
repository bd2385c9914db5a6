/**
 * `npm run bench:proof` writes docs/data/bench-proof.json: constraints, set-up and proving of each kind of statement, in
 * Node, in a Worker of Chromium and natively (arkworks), what a batch saves on chain, and what others published.
 *
 * Times are processor time where a process can be asked for it, and wall-clock time beside it: on a busy machine the
 * second says little, so the machine's load is written down too. `-- --node` leaves Chromium, the native prover and the
 * chain out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadModel, unpackInput, type Vectors } from '../packages/model/src/index.ts'
import { benchCase, type Secret } from '../packages/proof/bench/cases.ts'
import {
  decodeProof,
  makeWitness,
  prove,
  setup,
  type VerifyingKey,
  verify,
  writeZkey,
} from '../packages/proof/src/index.ts'
import { benchBatches } from './bench/proof/batch.ts'
import { type BrowserBench, bundleSize, startBrowserBench } from './bench/proof/browser.ts'
import { PUBLISHED } from './bench/proof/published.ts'
import { root } from './bootstrap/paths.mjs'
import { startProgress } from './bootstrap/progress.mjs'
import { buildProver } from './native/build-prover.ts'
import { type NativeFiles, type NativeTimes, nativeFiles } from './native/prove-files.ts'
import { runTool } from './test-steps/run-tool.ts'
import { findBrowser } from './toolchain/doctor/chromium.mjs'

const { values } = parseArgs({ options: { node: { type: 'boolean', default: false } } })
const models = 'packages/model/models'
const q4 = `${models}/digits-8x8-64-32-10-q4`
const CASES: { name: string; file: string; secret: Secret; runs: number; browser: boolean }[] = [
  {
    name: 'lab 7: digits 64-32-10, 7-bit',
    file: 'labs/07-secret-digit/data/model',
    secret: 'input',
    runs: 3,
    browser: true,
  },
  { name: 'digits 64-32-10, 4-bit', file: q4, secret: 'input', runs: 3, browser: true },
  {
    name: 'digits 64-32-10, int8, 31-bit multipliers',
    file: `${models}/digits-8x8-64-32-10`,
    secret: 'input',
    runs: 3,
    browser: true,
  },
  {
    name: 'digits 196-64-10',
    file: `${models}/digits-14x14-196-64-10`,
    secret: 'input',
    runs: 3,
    browser: false,
  },
  { name: 'phishing tree', file: `${models}/phishing-tree`, secret: 'input', runs: 3, browser: false },
  {
    name: 'phishing forest of 32',
    file: `${models}/phishing-forest-32x6`,
    secret: 'input',
    runs: 3,
    browser: false,
  },
  { name: 'digits 64-32-10, 4-bit', file: q4, secret: 'input and weights', runs: 1, browser: true },
  { name: 'digits 64-32-10, 4-bit', file: q4, secret: 'weights, once a model', runs: 1, browser: false },
]

const executable = values.node ? undefined : findBrowser(process.env, process.platform)
const progress = startProgress('Timing proofs')
const native = values.node ? undefined : await buildProver(progress.detail)
const loadBefore = loadavg()[0]!
const browser: BrowserBench | undefined = executable ? await startBrowserBench(executable) : undefined
const circuits = []
for (const { name, file, secret, runs, browser: inBrowser } of CASES) {
  progress.detail(`${name}, secret ${secret}`)
  circuits.push(await measure(name, file, secret, runs, inBrowser))
}
await browser?.close()
const loadAfter = loadavg()[0]!
progress.detail('batches on chain')
const batches = values.node ? null : await benchBatches(progress.detail)
progress.detail('bundles')
const bundles = { prover: await bundleSize('only-prove.ts'), verifier: await bundleSize('only-verify.ts') }
progress.end()

const head = (await runTool('git', ['rev-parse', '--short', 'HEAD'])).stdout.trim()
const environment = {
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  node: process.versions.node,
  chromium: browser?.version ?? null,
  arkworks: native ? '0.5.0' : null,
  /** Processes that wanted a core, before and after the timing: above the number of cores, clocks say little. */
  load: [loadBefore, loadAfter].map((load) => Math.round(load * 10) / 10),
  commit: `${head}+`,
}
const out = { environment, circuits, batches, bundles, published: PUBLISHED }
writeFileSync(join(root, 'docs/data/bench-proof.json'), `${JSON.stringify(out, null, 2)}\n`)
for (const { name, secret, constraints, node, chromium, native } of circuits)
  console.log(
    `${name}, secret ${secret}: ${constraints} constraints; Node ${node.proveCpuMs} ms CPU` +
      (chromium ? `; Chromium ${chromium.proveMs} ms wall, ${chromium.proveCpuMs} ms CPU` : '') +
      (native ? `; native ${native.proveMs} ms wall, ${native.proveCpuMs} ms CPU` : ''),
  )
console.log('wrote docs/data/bench-proof.json')

async function measure(name: string, file: string, secret: Secret, runs: number, inBrowser: boolean) {
  const text = readFileSync(
    join(root, `${file}.model.json`.replace('data/model.model', 'data/model')),
    'utf8',
  )
  const vectorFile = `${file}.vectors.json`
  const { input } = JSON.parse(readFileSync(join(root, vectorFile), 'utf8')) as Vectors
  const row = unpackInput(loadModel(text), input[0]!)
  const { circuit, inputs, signals } = benchCase(text, secret, row)
  const timed = async <T>(work: () => T | Promise<T>) => {
    const [cpu, wall] = [process.cpuUsage(), performance.now()]
    const value = await work()
    const { user, system } = process.cpuUsage(cpu)
    return { value, cpuMs: (user + system) / 1000, wallMs: performance.now() - wall }
  }
  const made = await timed(() => setup(circuit))
  const { provingKey } = made.value
  const witness = await timed(() => makeWitness(circuit, inputs))
  // The first run compiles; it isn't counted.
  let last = await timed(() => prove(provingKey, witness.value))
  const counted: (typeof last)[] = []
  for (let i = 0; i < runs; i++) {
    last = await timed(() => prove(provingKey, witness.value))
    counted.push(last)
  }
  const checked = await timed(() => verify(provingKey.verifyingKey, signals, last.value))
  if (!checked.value) throw new Error(`${name}: the proof does not hold`)
  const node = {
    setupCpuMs: Math.round(made.cpuMs),
    witnessCpuMs: Math.round(witness.cpuMs),
    proveCpuMs: median(counted.map(({ cpuMs }) => cpuMs)),
    proveWallMs: median(counted.map(({ wallMs }) => wallMs)),
    verifyCpuMs: Math.round(checked.cpuMs),
  }
  const chromium =
    browser && inBrowser
      ? await browser.measure({ text, secret, row: [...row], runs }).then(inChromium)
      : null
  const files = native ? nativeFiles(native, { circuit, key: provingKey, witness: witness.value }) : undefined
  const natively = files ? await inNative(files, provingKey.verifyingKey, signals, runs) : null
  files?.remove()
  return {
    name,
    secret,
    signals: signals.length,
    constraints: circuit.constraints.length,
    domain: provingKey.domainSize,
    zkeyBytes: writeZkey(provingKey).length,
    precompileGas: precompileGas(signals.length),
    node,
    chromium,
    native: natively,
  }
}

/** Three runs at least: the program starts anew each time, and reads and checks the key. */
async function inNative(files: NativeFiles, key: VerifyingKey, signals: readonly bigint[], runs: number) {
  const times: NativeTimes[] = []
  for (let i = 0; i < Math.max(3, runs); i++) {
    const made = await files.prove()
    if (!verify(key, signals, decodeProof(made.proof))) throw new Error('a native proof does not hold')
    times.push(made.times)
  }
  const cpu = times.map(({ proveCpuMs }) => proveCpuMs).filter((ms) => ms !== null)
  return {
    threads: times[0]!.threads,
    readMs: median(times.map(({ readMs }) => readMs)),
    proveMs: median(times.map(({ proveMs }) => proveMs)),
    proveMsLeast: Math.min(...times.map(({ proveMs }) => proveMs)),
    proveCpuMs: cpu.length > 0 ? median(cpu) : null,
  }
}

function inChromium({
  setupMs,
  proveMs,
  verifyMs,
  cancelMs,
  cpuMs,
}: Awaited<ReturnType<BrowserBench['measure']>>) {
  const all = setupMs + proveMs.reduce((a, b) => a + b, 0) * (1 + 1 / proveMs.length) + verifyMs
  return {
    setupMs: Math.round(setupMs),
    proveMs: median(proveMs),
    proveMsLeast: Math.round(Math.min(...proveMs)),
    /** The browser's processor time for the job, shared out by wall-clock time. */
    proveCpuMs: Math.round((cpuMs * median(proveMs)) / all),
    verifyMs: Math.round(verifyMs),
    cancelMs: Math.round(cancelMs),
  }
}

/** EIP-1108: a pairing check of four pairs, and a multiplication and an addition a public signal. */
function precompileGas(signals: number): number {
  return 45_000 + 4 * 34_000 + signals * (6000 + 150)
}

function median(list: number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  return Math.round(
    (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2,
  )
}
