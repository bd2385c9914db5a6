import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAbi } from 'viem'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { type Program, prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { type OpenEngine, openEngine } from '../../packages/lab/src/engine/open.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import type { CallOutcome, DeployedContract } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import {
  isSplit,
  loadTreeModel,
  packU8,
  parseCsv,
  quantizeRow,
  type TreeModel,
} from '../../packages/model/src/index.ts'
import { entryCost, type ModuleReport, prices } from '../../packages/wasm/src/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'

/** What a lab's contract costs, measured on the embedded devnode. Gas, ink and bytes. */
export interface ContractFigures {
  codeBytes: number
  wasmBytes: number
  /** Bytes of the wasm data segments: copied into memory on every entry. */
  dataBytes: number
  pages: number
  activationGas: number
  /** The callee's frame on its dearest path, as another contract pays it. */
  callGas: number
  /** The same with the program in the chain's cache: measured, not computed. */
  callGasCached: number
  entryGas: number
  entryGasCached: number
  /** Of the run, host calls included, on the dearest and on the cheapest path. */
  ink: number
  inkCheapest: number
  /** `ink` in gas, rounded up as the chain does. */
  runGas: number
  /** Of `ink`: the program's own instructions. */
  instructionsInk: number
  /** Different paths that were called: one site of the data for each leaf that any site reaches. */
  paths: number
  /** A whole transaction on the dearest path, by cause. `base` and `calldata` in gas, the rest in ink. */
  parts: CostParts
  /** SHA-256 of what the build reads: tells whether the figures are of the sources that are here. */
  inputs: string
}

export interface CostParts {
  base: number
  calldata: number
  entry: number
  pages: number
  hostCalls: number
  instructions: number
}

/**
 * Deploys a lab's contract and calls it once for each leaf that a site of the data reaches.
 *
 * @param lab overlay whose `contract/` is built; `data/model.json` in it is the model
 * @param csv the sites
 * @param built takes the place of that build
 */
export async function contractFigures(lab: Overlay, csv: string, built?: Program): Promise<ContractFigures> {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const program = built ?? (await buildProgram(lab, open.engine.arbos))
    const address = await deployCode(open, program.code)
    const activation = await activate(open, address)
    const abi = labAbi(lab.manifest, 'plain')
    const contract: DeployedContract = {
      address,
      abi,
      build: 'plain',
      wasm: program.wasm,
      code: program.code,
      activation,
    }
    const model = loadTreeModel(readFileSync(join(lab.dir, 'data/model.json'), 'utf8'))
    const calls = await callEveryLeaf(open, contract, model, csv)
    const { dearest, cheapest } = extremes(calls)
    await cacheProgram(open, contract)
    const cached = await callContract(open, contract, 'classify', [dearest.site], { profile: true })
    return {
      ...sizes(program.wasm, program.code, program.report),
      activationGas: Number(activation.gasUsed),
      callGas: Number(dearest.outcome.gas),
      callGasCached: Number(cached.gas),
      entryGas: entryCost(program.report).total,
      entryGasCached: entryCost(program.report, { cached: true }).total,
      ink: Number(dearest.outcome.ink),
      inkCheapest: Number(cheapest.outcome.ink),
      runGas: Math.ceil(Number(dearest.outcome.ink) / prices.CHAIN_DEFAULTS.inkPrice),
      instructionsInk: dearest.outcome.profile!.instructions,
      paths: calls.length,
      parts: partsOf(dearest.outcome),
      inputs: contractInputsHash(join(lab.dir, 'contract')),
    }
  } finally {
    await open.close()
  }
}

async function buildProgram(lab: Overlay, arbos: number): Promise<Program> {
  const { path } = await buildContract(workspace(), lab.manifest, lab.dir, 'plain')
  return prepareProgram(new Uint8Array(readFileSync(path)), arbos)
}

function sizes(wasm: Uint8Array, code: Uint8Array, report: ModuleReport) {
  return {
    codeBytes: code.length,
    wasmBytes: wasm.length,
    dataBytes: report.dataPayloadBytes,
    pages: report.initialPages,
  }
}

interface Call {
  site: `0x${string}`
  outcome: CallOutcome
}

/** For each leaf the first site of the data that ends there: what the lab's own cost check calls. */
async function callEveryLeaf(
  open: OpenEngine,
  contract: DeployedContract,
  model: TreeModel,
  csv: string,
): Promise<Call[]> {
  const sites = new Map<number, number[]>()
  for (const row of parseCsv(csv).x) {
    const site = quantizeRow(row, model.input.scale)
    const leaf = leafOf(model, site)
    if (!sites.has(leaf)) sites.set(leaf, site)
  }
  const calls: Call[] = []
  for (const values of sites.values()) {
    const site = packU8(values)
    const outcome = await callContract(open, contract, 'classify', [site], { profile: true })
    if (outcome.value === undefined || outcome.ink === undefined || !outcome.profile)
      throw new Error(`classify(${site}) gave no answer or no profile`)
    calls.push({ site, outcome })
  }
  return calls
}

function leafOf({ trees: [{ nodes }] }: TreeModel, site: number[]): number {
  let at = 0
  for (let node = nodes[at]!; isSplit(node); node = nodes[at]!)
    at = site[node.feature]! <= node.threshold ? node.left : node.right
  return at
}

function extremes(calls: Call[]): { dearest: Call; cheapest: Call } {
  const sorted = [...calls].sort((a, b) => Number(a.outcome.ink! - b.outcome.ink!))
  return { cheapest: sorted[0]!, dearest: sorted.at(-1)! }
}

export function partsOf({ profile }: CallOutcome): CostParts {
  const { base, calldata, entry, pages, hostCalls, instructions } = profile!
  const host = Object.values(hostCalls).reduce((sum, ink) => sum + ink, 0)
  return { base, calldata, entry, pages, hostCalls: host, instructions }
}

/** As a bid at the CacheManager does; the development account owns this chain and may. */
export async function cacheProgram(open: OpenEngine, { address }: DeployedContract): Promise<void> {
  const { publicClient, walletClient } = open
  const hash = await walletClient.writeContract({
    address: '0x0000000000000000000000000000000000000072',
    abi: parseAbi(['function cacheProgram(address program)']),
    functionName: 'cacheProgram',
    args: [address],
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const receipt = await publicClient.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success') throw new Error('the program could not be put into the cache')
}
