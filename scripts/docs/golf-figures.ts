/**
 * The figures of lesson 6. `npm run lab -- run scripts/docs/golf-figures.ts` measures them and writes
 * `docs/data/lab6.json`: every kernel of the reference by itself and behind `classify`, on the embedded devnode, and
 * what the compiler makes of the nets.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { makeOverlay } from '../../packages/lab/src/build/overlay.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { type OpenEngine, openEngine } from '../../packages/lab/src/engine/open.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { loadDigits8 } from '../../packages/model/src/data/index.ts'
import { accuracy } from '../../packages/model/src/evaluate/index.ts'
import { type LayerModel, packU8, predict, predictLayers } from '../../packages/model/src/index.ts'
import { entryCost, opcodeOf, prices } from '../../packages/wasm/src/index.ts'
import { environment } from '../bench/environment.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { cacheProgram, partsOf } from './contract-figures.ts'

const arbos = 51
const ws = workspace()
/** What the steps build computes as version 7: nothing. */
const NOTHING = 7
const MACS = 64 * 32 + 32 * 10

/** Everything that lesson 6 states. */
export async function golfFigures(lab: Overlay, detail: (text: string) => void = () => {}) {
  const load = async (file: string) => await import(pathToFileURL(join(lab.dir, file)).href)
  const { golfSource, rungs } = await load('compile.ts')
  const { sparseModel, importances, leastOf, SHARE } = await load('sparse.ts')
  const { netOf, rangeOf } = await load('net.ts')
  const model = JSON.parse(readFileSync(join(lab.dir, 'data/model.json'), 'utf8')) as LayerModel
  const { test } = loadDigits8()
  const image = packU8([...test.x.subarray(0, 64)])
  const open = await openEngine({ kind: 'embedded' })
  try {
    detail('lab 6: each kernel by itself')
    const alone = await kernelInk(open, lab, image)
    const kernels: Record<string, object> = {}
    const sources: [string, string | undefined][] = [
      ...['naive', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6'].map((name): [string, string] => [name, callOf(name)]),
      ['compiled', golfSource(model)],
    ]
    const [first] = alone
    for (const [at, [name, golf]] of sources.entries()) {
      detail(`lab 6: ${name} behind classify`)
      const whole = await behindClassify(open, lab, name, golf!, image)
      const ink = alone[at]
      kernels[name] = {
        ...(ink === undefined
          ? {}
          : {
              ink,
              gas: Math.ceil(ink / prices.CHAIN_DEFAULTS.inkPrice),
              inkPerMac: Math.round(ink / MACS),
              times: first! / ink,
            }),
        ...whole,
      }
    }
    detail('lab 6: the compiler')
    const blocks = importances(model).flat() as number[]
    const { hidden, pixelMax } = netOf(model)
    const word = [0, 1, 2, 3].map((neuron) => {
      const weights = hidden.weights[neuron] as number[]
      const { low, high } = rangeOf(weights, hidden.bias[neuron], pixelMax)
      return { weight: weights[WORKED], bias: hidden.bias[neuron], low, high }
    })
    const pack = (values: number[]) =>
      BigInt.asUintN(
        64,
        values.reduce((sum, value, lane) => sum + (BigInt(value) << BigInt(16 * lane)), 0n),
      )
    const constant = pack(word.map(({ weight }) => weight!))
    const row = Array.from(test.x.subarray(0, 64))
    const sums = predictLayers(model, row)[0]!.acc!
    const compiled = rungs() as { net: string; kernelGas: number; accuracy: number }[]
    const [small, sparse, large, record, leanest] = compiled
    const lab5 = JSON.parse(readFileSync(join(ws.root, 'docs/data/lab5.json'), 'utf8')).figures.cost
    return rounded({
      price: priceList(),
      kernels,
      macs: MACS,
      stores: MACS / 8,
      pairs: 64 / 2,
      accuracy: { dense: accuracy(model, test), heldOut: test.rows },
      pruned: {
        share: SHARE,
        blocks: blocks.length,
        left: blocks.filter((block) => block < leastOf(model)).length,
        accuracy: accuracy(sparseModel(model), test),
        single: blocksWithoutWeights(hidden.weights, SHARE),
      },
      // The lesson's example: the first four neurons, one pixel.
      worked: {
        pixel: WORKED,
        value: row[WORKED]!,
        word: word.map((neuron, lane) => {
          const bits = Number(BigInt.asUintN(16, constant >> BigInt(16 * lane)))
          return { ...neuron, hex: bits.toString(16).padStart(4, '0'), reads: (bits << 16) >> 16 }
        }),
        constant: `0x${constant.toString(16).padStart(16, '0')}`,
        sums: word.map(({ low }, lane) => ({
          sum: sums[lane]!,
          lane: sums[lane]! - low,
          bits: (word[lane]!.high - low).toString(2).length,
        })),
        label: predict(model, row).label,
      },
      compiled: {
        ...{ small, sparse, large },
        record: { ...record, ...trainings(250) },
        leanest: { ...leanest, ...trainings(160) },
      },
      lab5: { kernelGas: lab5.runGas, ink: lab5.ink, times: lab5.runGas / leanest!.kernelGas },
      inputs: contractInputsHash(join(lab.dir, 'contract')),
    })
  } finally {
    await open.close()
  }
}

/** Ink of the instructions that the lesson speaks of. */
function priceList() {
  const ink = (name: string) => prices.OPERATOR_INK.get(opcodeOf(name))!
  return {
    block: prices.BLOCK_HEADER_INK,
    branch: ink('br_if'),
    multiply: ink('i64.mul'),
    add32: ink('i32.add'),
    add: ink('i64.add'),
    constant: ink('i64.const'),
    load: ink('i64.load'),
    loadByte: ink('i32.load8_s'),
    store: ink('i64.store'),
    get: ink('local.get'),
    select: ink('select'),
    call: ink('call'),
  }
}

/** How the trainings went of which a committed block-sparse net is the one that validation chose. */
function trainings(hidden: number) {
  const file = `packages/model/models/digits-14x14-196-${hidden}-10-sparse.metrics.json`
  const { seeds, accuracyMean } = JSON.parse(readFileSync(join(ws.root, file), 'utf8'))
  return { trainings: seeds as number, accuracyMean: accuracyMean as number }
}

/** How many blocks are all zeros when the smallest weights, each by itself, are set to zero. */
function blocksWithoutWeights(weights: number[][], share: number): number {
  const sizes = weights
    .flat()
    .map(Math.abs)
    .sort((a, b) => a - b)
  const least = sizes[Math.round(sizes.length * share)]!
  let empty = 0
  for (let word = 0; word < weights.length / 4; word++)
    for (let pixel = 0; pixel < weights[0]!.length; pixel++)
      if ([0, 1, 2, 3].every((lane) => Math.abs(weights[4 * word + lane]![pixel]!) < least)) empty++
  return empty
}

/** The pixel whose constant the lesson makes by hand: one whose four weights have both signs. */
const WORKED = 10

/** What stands in golf.rs when a kernel of the lab is behind `classify`. */
function callOf(kernel: string): string {
  return `use crate::{model::INPUTS, ${kernel}};
use inkling_quant::argmax;

pub fn label(image: &[u8; INPUTS]) -> Option<u8> {
    Some(argmax(&${kernel}::scores(image)?) as u8)
}
`
}

async function deployBuild(open: OpenEngine, lab: Overlay, dir: string, build: 'plain' | 'steps') {
  const { path } = await buildContract(ws, lab.manifest, dir, build)
  const { wasm, code, report } = await prepareProgram(new Uint8Array(readFileSync(path)), arbos)
  const address = await deployCode(open, code)
  const activation = await activate(open, address)
  return { contract: { address, abi: labAbi(lab.manifest, build), build, wasm, code, activation }, report }
}

/** Ink of each kernel, from the loops of lab 5 to the sparse one: a call with it, less a call that computes nothing. */
async function kernelInk(open: OpenEngine, lab: Overlay, image: `0x${string}`): Promise<number[]> {
  const { contract } = await deployBuild(open, lab, lab.dir, 'steps')
  const inkOf = async (version: number) =>
    Number((await callContract(open, contract, 'kernel', [version, image], { profile: true })).ink)
  const empty = await inkOf(NOTHING)
  const inks: number[] = []
  for (let version = 0; version < NOTHING; version++) inks.push((await inkOf(version)) - empty)
  return inks
}

/** A contract whose `classify` has one kernel and nothing else. */
async function behindClassify(
  open: OpenEngine,
  lab: Overlay,
  name: string,
  golf: string,
  image: `0x${string}`,
) {
  const dir = join(ws.work, `${lab.manifest.id}@docs-${name}`)
  cpSync(lab.dir, dir, { recursive: true })
  writeFileSync(join(dir, 'contract/core/src/golf.rs'), golf)
  const { contract, report } = await deployBuild(open, lab, dir, 'plain')
  const call = () => callContract(open, contract, 'classify', [image], { profile: true })
  const outcome = await call()
  await cacheProgram(open, contract)
  const cached = await call()
  return {
    label: Number(outcome.value),
    classifyInk: Number(outcome.ink),
    callGas: Number(outcome.gas),
    callGasCached: Number(cached.gas),
    entryGas: entryCost(report).total,
    entryGasCached: entryCost(report, { cached: true }).total,
    codeBytes: contract.code.length,
    wasmBytes: contract.wasm.length,
    dataBytes: report.dataPayloadBytes,
    activationGas: Number(contract.activation.gasUsed),
    parts: partsOf(outcome),
  }
}

/** Shares to four digits: the last bits of a mean are no figure. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === 'number' && !Number.isInteger(part) ? Math.round(part * 10_000) / 10_000 : part,
    ),
  ) as T
}

if (import.meta.main) {
  const manifest = await loadManifest(ws, join(ws.labs, '06-gas-golf'))
  const figures = await golfFigures({ manifest, dir: makeOverlay(ws, manifest, 'solution') }, (text) =>
    console.error(text),
  )
  const path = join(ws.root, 'docs/data/lab6.json')
  writeFileSync(path, `${JSON.stringify({ environment: await environment(arbos), figures }, null, 2)}\n`)
  console.log('wrote docs/data/lab6.json')
}
