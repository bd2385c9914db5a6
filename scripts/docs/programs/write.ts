/**
 * Writes the programs that the site's playgrounds run: `docs/data/programs/*` and `docs/data/programs.json`.
 *
 *   npm run lab -- run scripts/docs/programs/write.ts
 *
 * What is current is kept; with `--all` everything is made again. Needs Rust for the labs' contracts and the kernels. A
 * test compares the hashes of the sources, and needs none.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AbiEvent, type AbiFunction, parseAbi, toEventSelector, toFunctionSelector } from 'viem'
import { buildContract } from '../../../packages/lab/src/build/artefact.ts'
import { makeOverlay } from '../../../packages/lab/src/build/overlay.ts'
import { prepareProgram } from '../../../packages/lab/src/build/program.ts'
import { loadManifest } from '../../../packages/lab/src/labs.ts'
import { workspace } from '../../../packages/lab/src/workspace.ts'
import { buildContracts } from '../../kernels/build-contracts.ts'
import { rustToolchain } from '../../toolchain/index.mjs'
import { compiledKernel, currentInputs, givenProgram, sha256, staleProgramLines } from './inputs.ts'
import {
  COMPILED,
  fileOf,
  folder,
  GIVEN,
  KERNELS,
  LABS,
  listFile,
  NETS,
  netName,
  PLACES,
  type ProgramEntry,
  type ProgramList,
} from './list.ts'
import { heldOutDigits, netOf } from './registry-nets.ts'

const ARBOS = 51
const ws = workspace()
mkdirSync(folder, { recursive: true })
const inputs = await currentInputs()
const before = JSON.parse(readFileSync(listFile, 'utf8')) as ProgramList
const stale = process.argv.includes('--all')
  ? [...inputs.keys()]
  : (await staleProgramLines(before, inputs)).map(({ name }) => name)
const made = new Map<string, ProgramEntry>()

function add(name: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, fileOf(name)), bytes)
  made.set(name, {
    name,
    inputs: inputs.get(name) as string,
    sha256: sha256(bytes),
    bytes: bytes.length,
  })
  console.log(`${name}: ${bytes.length} bytes`)
}
const program = async (raw: Uint8Array) => (await prepareProgram(raw, ARBOS)).code

/** Lab 8's second contract with these bytes as the net in its code. */
async function places(net: Uint8Array): Promise<Uint8Array> {
  const manifest = await loadManifest(ws, join(ws.labs, '08-model-registry'))
  const dir = join(ws.work, `${manifest.id}@places`)
  rmSync(dir, { recursive: true, force: true })
  cpSync(makeOverlay(ws, manifest, 'solution'), dir, { recursive: true })
  writeFileSync(join(dir, 'contract/src/weights.bin'), net)
  const { path } = await buildContract(ws, manifest, dir, 'steps')
  return new Uint8Array(readFileSync(path))
}

for (const lab of LABS) {
  if (!stale.includes(lab)) continue
  const manifest = await loadManifest(ws, join(ws.labs, lab))
  const artefact = await buildContract(ws, manifest, makeOverlay(ws, manifest, 'solution'), 'plain')
  add(lab, await program(new Uint8Array(readFileSync(artefact.path))))
}
for (const name of PLACES)
  if (stale.includes(name))
    add(name, await program(await places(name === 'places' ? new Uint8Array() : netOf('v1'))))
for (const version of NETS) if (stale.includes(netName(version))) add(netName(version), netOf(version))
for (const [name, file] of Object.entries(GIVEN)) if (stale.includes(name)) add(name, givenProgram(file))
const kernels = KERNELS.filter((name) => stale.includes(name))
if (kernels.length > 0)
  for (const [name, wasm] of await buildContracts('inkling-kernels', [...kernels]))
    add(name, await program(wasm))
for (const name of COMPILED) if (stale.includes(name)) add(name, await program(compiledKernel(name)))

const { rustc, road } = await rustToolchain()
const list: ProgramList = {
  rustc,
  road,
  programs: [...inputs.keys()].map(
    (name) => made.get(name) ?? before.programs.find((entry) => entry.name === name)!,
  ),
  heldOut: heldOutDigits(),
  selectors: await selectors(),
}
writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`)

async function selectors(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  // Of ArbWasm and ArbWasmCache, which a page calls to put a program on its chain.
  for (const item of parseAbi([
    'function activateProgram(address program) payable returns (uint16, uint256)',
    'function cacheProgram(address program)',
    'function evictCodehash(bytes32 codehash)',
  ]))
    found[item.name] = toFunctionSelector(item)
  for (const lab of LABS) {
    const { number, contract } = await loadManifest(ws, join(ws.labs, lab))
    const abi = [...(contract?.abi ?? []), ...(lab === '08-model-registry' ? (contract?.stepsAbi ?? []) : [])]
    for (const item of parseAbi(abi) as (AbiFunction | AbiEvent)[]) {
      const selector = item.type === 'event' ? toEventSelector(item) : toFunctionSelector(item as never)
      const known = found[item.name]
      if (known === undefined || known === selector) found[item.name] = selector
      else found[`${number}.${item.name}`] = selector
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}
