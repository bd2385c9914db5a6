/**
 * Writes the programs that the site's playgrounds run: `docs/data/programs/*.code` and `docs/data/programs.json`.
 *
 *   npm run lab -- run scripts/docs/programs/write.ts
 *
 * Needs Rust for the labs' contracts and the kernels. A test compares the hashes of the sources, and needs none.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AbiEvent, type AbiFunction, parseAbi, toEventSelector, toFunctionSelector } from 'viem'
import { buildContract } from '../../../packages/lab/src/build/artefact.ts'
import { makeOverlay } from '../../../packages/lab/src/build/overlay.ts'
import { prepareProgram } from '../../../packages/lab/src/build/program.ts'
import { loadManifest } from '../../../packages/lab/src/labs.ts'
import { workspace } from '../../../packages/lab/src/workspace.ts'
import { buildContracts } from '../../kernels/build-contracts.ts'
import { rustToolchain } from '../../toolchain/index.mjs'
import { compiledKernel, currentInputs } from './inputs.ts'
import { COMPILED, folder, KERNELS, LABS, listFile, type ProgramEntry, type ProgramList } from './list.ts'

const ARBOS = 51
const ws = workspace()
mkdirSync(folder, { recursive: true })
const inputs = await currentInputs()
const programs: ProgramEntry[] = []
const selectors: Record<string, string> = {}
/** Of ArbWasm and ArbWasmCache, which a page calls to put a program on its chain. */
for (const item of parseAbi([
  'function activateProgram(address program) payable returns (uint16, uint256)',
  'function cacheProgram(address program)',
  'function evictCodehash(bytes32 codehash)',
]))
  selectors[item.name] = toFunctionSelector(item)

async function add(name: string, raw: Uint8Array): Promise<void> {
  const { code } = await prepareProgram(raw, ARBOS)
  writeFileSync(join(folder, `${name}.code`), code)
  const sha256 = createHash('sha256').update(code).digest('hex')
  programs.push({ name, inputs: inputs.get(name) as string, sha256, bytes: code.length })
  console.log(`${name}: ${code.length} bytes`)
}

for (const lab of LABS) {
  const manifest = await loadManifest(ws, join(ws.labs, lab))
  const artefact = await buildContract(ws, manifest, makeOverlay(ws, manifest, 'solution'), 'plain')
  await add(lab, new Uint8Array(readFileSync(artefact.path)))
  for (const item of parseAbi(manifest.contract?.abi ?? []) as (AbiFunction | AbiEvent)[])
    selectors[item.name] = item.type === 'event' ? toEventSelector(item) : toFunctionSelector(item as never)
}
for (const [name, wasm] of await buildContracts('inkling-kernels', [...KERNELS])) await add(name, wasm)
for (const name of COMPILED) await add(name, compiledKernel(name))

const { rustc, road } = await rustToolchain()
const sorted = Object.fromEntries(Object.entries(selectors).sort(([a], [b]) => (a < b ? -1 : 1)))
const list: ProgramList = { rustc, road, programs, selectors: sorted }
writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`)
