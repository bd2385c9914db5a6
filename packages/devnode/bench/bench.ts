/**
 * Speed of the devnode: `npm run bench:devnode`. Prints a table and writes docs/data/bench-devnode.json.
 * Figures for people; no test depends on them.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Hex, hexToBytes } from 'viem'
import { BenchChain, creation } from './chain.ts'
import { coldStart } from './coldStart.ts'
import { environment } from './environment.ts'
import { bareMs } from './macs.ts'
import { medianMs } from './measure.ts'
import { asCode, EVM_FORWARDER, metered, modules } from './programs.ts'

const ARBOS = 51
const ROUND_TRIPS = 100
const CALLS = 10_000

interface Figure {
  name: string
  value: number
  unit: string
  /** What we aim for; not a limit of any test. */
  aim?: number
}

const wasm = await modules()
const figures: Figure[] = []
function note(name: string, value: number, unit: string, aim?: number): void {
  figures.push({ name, value: Number(value.toPrecision(4)), unit, ...(aim === undefined ? {} : { aim }) })
  console.log(
    `${name.padEnd(62)} ${value.toPrecision(3).padStart(8)} ${unit.padEnd(9)}${aim ? ` aim ${aim}` : ''}`,
  )
}

const cold = await coldStart(asCode(wasm.trivial))
note('process start to first eth_call, deployment included: CPU', cold.cpuMs, 'ms', 150)
note('process start to first eth_call, deployment included: wall', cold.wallMs, 'ms')
note('  of which Node starting with an empty script: CPU', cold.nodeCpuMs, 'ms')
note('  bundle', cold.bundleBytes / 1000, 'kB')

const chain = await BenchChain.start({ arbos: ARBOS })
const trivial = await chain.deployProgram(asCode(wasm.trivial))
note('eth_call that does nothing', await medianMs(() => chain.call(trivial), 3000), 'ms', 0.3)

const mac = await chain.deployProgram(asCode(wasm.mac))
note('eth_call of 1,000,000 multiply-accumulates', await medianMs(() => chain.call(mac), 300), 'ms', 1)
const [plainMs, meteredMs] = [bareMs(wasm.mac), bareMs(metered(wasm.mac))]
note('  the loop alone, metered', meteredMs, 'ms')
note('  the loop alone, not metered', plainMs, 'ms')
note('  metering slows it by', meteredMs / plainMs, 'times', 1.4)

const txs: Hex[] = []
for (let i = 0; i < 500; i++) txs.push(await chain.sign(trivial, '0x'))
note(
  'signed transaction to a program, with receipt',
  await medianMs((i) => chain.send(txs[i] as Hex), 400, 100),
  'ms',
  3,
)

const deploys: Hex[] = []
const code = asCode(wasm.trivial)
for (let i = 0; i < 1000; i++) deploys.push(await chain.sign(undefined, creation(code)))
const start = performance.now()
for (const raw of deploys) await chain.send(raw)
note('1,000 deployments, with receipts', performance.now() - start, 'ms')

const loads = await chain.deployProgram(asCode(wasm.coldLoads))
note('eth_call of 1,000 cold storage loads', await medianMs(() => chain.call(loads), 100), 'ms')

for (const suspender of ['jspi', 'replay'] as const) {
  const c = suspender === 'jspi' ? chain : await BenchChain.start({ arbos: ARBOS, suspender })
  const leaf = await c.deployProgram(asCode(wasm.trivial)).catch(() => trivial)
  const evm = await c.deploy(hexToBytes(`0x${EVM_FORWARDER}`))
  const caller = await c.deployProgram(asCode(wasm.caller))
  const count = ROUND_TRIPS.toString(16).padStart(2, '0')
  const data: Hex = `0x${evm.slice(2)}${count}${leaf.slice(2)}`
  const ms = await medianMs(() => c.call(caller, data), 30)
  note(`round trip Stylus to EVM to Stylus, ${suspender} (one of ${ROUND_TRIPS})`, ms / ROUND_TRIPS, 'ms')
}

const memory = JSON.parse(
  execFileSync(
    process.execPath,
    ['--expose-gc', path.join(import.meta.dirname, 'memory.ts'), String(CALLS)],
    {
      encoding: 'utf8',
    },
  ),
)
const MB = 1e6
note(
  `heap after ${CALLS} calls, growth since the first 100`,
  (memory.after.heapUsed - memory.before.heapUsed) / MB,
  'MB',
)
note(`resident memory after ${CALLS} calls`, memory.after.rss / MB, 'MB')
note('  the most while they ran', memory.peakRss / MB, 'MB')

const out = path.join(import.meta.dirname, '../../../docs/data/bench-devnode.json')
mkdirSync(path.dirname(out), { recursive: true })
writeFileSync(out, `${JSON.stringify({ environment: environment(ARBOS), figures }, null, 1)}\n`)
