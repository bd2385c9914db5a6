import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { compileModel } from '../../packages/model/src/compile/index.ts'
import {
  type Dataset,
  type EnsembleModel,
  isSplit,
  loadModel,
  makeFolds,
  packU8,
  predict,
  trainForest,
} from '../../packages/model/src/index.ts'
import { entryCost, prices } from '../../packages/wasm/src/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { type CostParts, cacheProgram, partsOf } from './contract-figures.ts'
import { forestVariant } from './forest-variants.ts'
import { byteGas } from './lesson-figures.ts'
import { linesOf } from './lines-of.ts'

/** What lesson 2 says, measured on the embedded devnode. */
export interface ForestFigures {
  accuracy: { forest: number; boosted: number; loans: number; loansTree: number; loansRows: number }
  /** Share of left-out rows that forests of so many trees get right, mean of the lab's folds. */
  size: Record<string, number>
  /** One tree of the forest alone, on rows left out: lowest, mean and highest of the 32. */
  single: { lowest: number; mean: number; highest: number }
  /** Rows of the folds on which the forest is right and fewer than all trees agree. */
  disagree: number
  forest: Shape
  boosted: Shape
  /** Contracts: the forest as structs, packed table and branches; the boosted trees as table and branches. */
  structs: ContractCost
  packed: ContractCost
  branches: ContractCost
  boostedPacked: ContractCost
  boostedBranches: ContractCost
  /** What the branches save against the packed table. */
  saved: { inkShare: number; cached: number; uncached: number }
  /** Raw kernels from the compiler, without the SDK. */
  kernel: { forest: KernelCost; boosted: KernelCost }
  /** Bytes and gas a call of the packed table. */
  tableBytes: number
  structBytes: number
  tableGas: number
  structGas: number
  byteGas: number
  rows: number
  differentRows: number
  /** Of the forest's accuracy, one standard error. */
  standardError: number
  /** The beginning of the packed table, as `model.rs` has it. */
  tableSource: string[]
  /** SHA-256 of what the build of the reference reads. */
  inputs: string
}

interface Shape {
  trees: number
  splits: number
  nodes: number
  /** Splits that one row meets, mean over the different rows. */
  visited: number
}

interface ContractCost {
  ink: number
  inkCheapest: number
  runGas: number
  entryGas: number
  entryGasCached: number
  callGas: number
  callGasCached: number
  codeBytes: number
  wasmBytes: number
  dataBytes: number
  activationGas: number
  parts: CostParts
}

interface KernelCost {
  gas: number
  callGasCached: number
  callGas: number
  wasmBytes: number
  codeBytes: number
}

/** @param lab solution overlay of lab 2 */
export async function forestFigures(
  lab: Overlay,
  detail: (text: string) => void = () => {},
): Promise<ForestFigures> {
  const train = await import(pathToFileURL(join(lab.dir, 'train.ts')).href)
  const { simulateLoans } = await import(pathToFileURL(join(lab.dir, 'simulate.ts')).href)
  const data: Dataset = train.sites(readFileSync(join(lab.dir, 'data/phishing.csv'), 'utf8'))
  const forest = loadModel(readFileSync(join(lab.dir, 'data/model.json'), 'utf8')) as EnsembleModel
  const boosted: EnsembleModel = train.trainModel('gbdt', data, 2, forest.output.labels)
  const rows = [...new Map(data.x.map((row) => [packU8(row), row])).values()]
  const cost = async (name: string, model: EnsembleModel, layout: 'branches' | 'packed' | 'structs') => {
    detail(`lab 2: ${name}`)
    return contractCost(await forestVariant(lab, name, model, layout), model, rows)
  }
  const structs = await cost('structs', forest, 'structs')
  const packed = await cost('packed', forest, 'packed')
  const branches = await cost('branches', forest, 'branches')
  const boostedPacked = await cost('boosted-packed', boosted, 'packed')
  const boostedBranches = await cost('boosted-branches', boosted, 'branches')
  detail('forests of other sizes')
  const loans: Dataset = simulateLoans(2_000, 2026)
  const shape = (model: EnsembleModel) => shapeOf(model, rows)
  const f = shape(forest)
  const tableBytes = 2 * (f.nodes + f.trees)
  const accuracy: number = train.accuracy('forest', data)
  const structBytes = 12 * f.nodes + 2 * f.trees
  return round({
    accuracy: {
      forest: accuracy,
      boosted: train.accuracy('gbdt', data),
      loans: train.accuracy('gbdt', loans, 15),
      loansTree: sizes(loans, train, [1])['1']!,
      loansRows: loans.x.length,
    },
    size: sizes(data, train, [1, 2, 4, 8, 16, 32, 64]),
    ...alone(data, train),
    forest: f,
    boosted: shape(boosted),
    structs,
    packed,
    branches,
    boostedPacked,
    boostedBranches,
    saved: {
      inkShare: 1 - branches.ink / packed.ink,
      cached: packed.callGasCached - branches.callGasCached,
      uncached: packed.callGas - branches.callGas,
    },
    kernel: { forest: kernelCost(forest), boosted: kernelCost(boosted) },
    tableBytes,
    structBytes,
    tableGas: tableBytes * byteGas(),
    structGas: structBytes * byteGas(),
    byteGas: byteGas(),
    rows: data.x.length,
    differentRows: rows.length,
    standardError: Math.sqrt((accuracy * (1 - accuracy)) / data.x.length),
    tableSource: linesOf(
      readFileSync(join(lab.dir, 'contract/core/src/model.rs'), 'utf8'),
      /^pub static NODES/,
      2,
    ),
    inputs: contractInputsHash(join(lab.dir, 'contract')),
  })
}

async function contractCost(lab: Overlay, model: EnsembleModel, rows: number[][]): Promise<ContractCost> {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const { path } = await buildContract(workspace(), lab.manifest, lab.dir, 'plain')
    const program = await prepareProgram(new Uint8Array(readFileSync(path)), open.engine.arbos)
    const address = await deployCode(open, program.code)
    const activation = await activate(open, address)
    const contract = {
      address,
      abi: labAbi(lab.manifest, 'plain'),
      build: 'plain' as const,
      wasm: program.wasm,
      code: program.code,
      activation,
    }
    const calls = []
    // The corpus of the lab's own cost check.
    for (const row of rows.filter((_, i) => i % 5 === 0)) {
      const outcome = await callContract(open, contract, 'classify', [packU8(row)], { profile: true })
      if (outcome.value !== predict(model, row).label)
        throw new Error(`classify(${row}) is not the reference's`)
      calls.push({ row, outcome })
    }
    calls.sort((a, b) => Number(a.outcome.ink! - b.outcome.ink!))
    const worst = calls.at(-1)!
    await cacheProgram(open, contract)
    const cached = await callContract(open, contract, 'classify', [packU8(worst.row)])
    return {
      ink: Number(worst.outcome.ink),
      inkCheapest: Number(calls[0]!.outcome.ink),
      runGas: Math.ceil(Number(worst.outcome.ink) / prices.CHAIN_DEFAULTS.inkPrice),
      entryGas: entryCost(program.report).total,
      entryGasCached: entryCost(program.report, { cached: true }).total,
      callGas: Number(worst.outcome.gas),
      callGasCached: Number(cached.gas),
      codeBytes: program.code.length,
      wasmBytes: program.wasm.length,
      dataBytes: program.report.dataPayloadBytes,
      activationGas: Number(activation.gasUsed),
      parts: partsOf(worst.outcome),
    }
  } finally {
    await open.close()
  }
}

function kernelCost(model: EnsembleModel): KernelCost {
  const { costs } = compileModel(model, { build: 'label' })
  return {
    gas: costs.kernelGas,
    callGasCached: costs.callGas.cached,
    callGas: costs.callGas.uncached,
    wasmBytes: costs.wasmBytes,
    codeBytes: costs.codeBytes,
  }
}

function shapeOf(model: EnsembleModel, rows: number[][]): Shape {
  const nodes = model.trees.flatMap((tree) => tree.nodes)
  let visited = 0
  for (const row of rows)
    for (const tree of model.trees)
      for (let node = tree.nodes[0]!; isSplit(node); visited++)
        node = tree.nodes[row[node.feature]! <= node.threshold ? node.left : node.right]!
  return {
    trees: model.trees.length,
    splits: nodes.filter(isSplit).length,
    nodes: nodes.length,
    visited: visited / rows.length,
  }
}

interface Train {
  FOREST: Parameters<typeof trainForest>[2]
  FOLDS: { count: number; seed: number }
  trainModel(kind: 'forest', data: Dataset, max: number, labels: string[]): EnsembleModel
}

/** For each fold the votes of a forest's trees on the rows left out: 1 or -1, a row each. */
function votesOfFolds(
  data: Dataset,
  { FOREST, FOLDS }: Train,
  trees: number,
): { votes: number[]; y: number }[] {
  return makeFolds(data.x.length, FOLDS.count, FOLDS.seed).flatMap((fold) => {
    const x = fold.train.map((row) => data.x[row]!)
    const y = fold.train.map((row) => data.y[row]!)
    const forest = trainForest(x, y, { ...FOREST, trees })
    return fold.test.map((row) => ({
      y: data.y[row]!,
      votes: forest.map((tree) => {
        let node = tree.nodes[0]!
        while (isSplit(node))
          node = tree.nodes[data.x[row]![node.feature]! <= node.threshold ? node.left : node.right]!
        return node.scores[1]! > node.scores[0]! ? 1 : -1
      }),
    }))
  })
}

function right(rows: { votes: number[]; y: number }[], trees: number): number {
  const labels = rows.map(({ votes }) => Number(votes.slice(0, trees).reduce((a, b) => a + b, 0) > 0))
  return labels.filter((label, i) => label === rows[i]!.y).length / rows.length
}

function sizes(data: Dataset, train: Train, counts: number[]): Record<string, number> {
  const rows = votesOfFolds(data, train, Math.max(...counts))
  return Object.fromEntries(counts.map((trees) => [trees, right(rows, trees)]))
}

function alone(data: Dataset, train: Train): Pick<ForestFigures, 'single' | 'disagree'> {
  const { trees } = train.FOREST
  const rows = votesOfFolds(data, train, trees)
  const each = [...new Array(trees).keys()].map((tree) =>
    right(
      rows.map(({ votes, y }) => ({ votes: [votes[tree]!], y })),
      1,
    ),
  )
  return {
    single: {
      lowest: Math.min(...each),
      mean: each.reduce((a, b) => a + b, 0) / trees,
      highest: Math.max(...each),
    },
    disagree: rows.filter(({ votes }) => new Set(votes).size > 1).length / rows.length,
  }
}

/** Shares to four digits: the last bits of a mean are no figure. */
function round<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === 'number' && !Number.isInteger(part) ? Math.round(part * 10_000) / 10_000 : part,
    ),
  ) as T
}
