import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { CODE_LIMIT } from '../../packages/lab/src/build/program.ts'
import { loadTreeModel, parseCsv } from '../../packages/model/src/index.ts'
import { estimateCosts, prices } from '../../packages/wasm/src/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { runNode } from '../test-steps/run-tool.ts'
import { type ContractFigures, contractFigures } from './contract-figures.ts'
import { buildLibrary, treeAsCode, withLibrary } from './lab1-variants.ts'
import { linesOf } from './lines-of.ts'
import { transcript } from './transcript.ts'
import { type TreeFigures, treeFigures, type Walk, walkOf } from './tree-figures.ts'

/** `docs/data/lessons.json` without its environment: every figure that a lesson states. */
export interface LessonFigures {
  data: TreeFigures
  lab0: ContractFigures & Lab0Figures
  lab1: ContractFigures & Lab1Figures
  /** Constants of the chain and of Ethereum that pages name. */
  chain: typeof chain
  /** What the programs of `docs/examples` print, line by line. */
  examples: Record<string, string[]>
}

interface Lab0Figures {
  questions: number
  leaves: number
  /** Share of a call's gas that the run takes. */
  runShare: number
  /** Between the cheapest and the dearest path. */
  pathSpread: number
  /** The two sites that `lab check 0` asks about. */
  shop: Walk
  fake: Walk
  transcript: string[]
  treeSource: string[]
}

interface Lab1Figures {
  /** Bytes of the two tables, and the gas a call pays for them. */
  tableBytes: number
  tableGas: number
  /** Gas a byte of data segment, on every entry. */
  byteGas: number
  /** EVM code in front of the program in a deployment. */
  preludeBytes: number
  /** Bytes of the nine features as `bytes` and as `uint8[]`, without offset and length. */
  packedBytes: number
  unpackedBytes: number
  /** More ink than lab 0's tree, as a share. */
  moreInkThanLab0: number
  /** Rows of the table as `model.rs` has them, and the leaf that lesson 1 walks to. */
  tableSource: string[]
  walk: Walk
  /** The same model as nested `if`s, and what it saves. */
  asCode: ContractFigures & { entrySaved: number; inkSaved: number }
  /** The same source as `["lib", "cdylib"]`, and how much more ink its instructions take. */
  asLibrary: ContractFigures & { moreInk: number }
}

const chain = {
  inkPerGas: prices.CHAIN_DEFAULTS.inkPrice,
  freePages: prices.CHAIN_DEFAULTS.freePages,
  pageGas: prices.CHAIN_DEFAULTS.pageGas,
  codeLimit: CODE_LIMIT,
}

/**
 * Measures everything.
 *
 * @param labs solution overlays of labs 0 and 1
 * @param last figures of an earlier run: what takes minutes is taken from there while its sources are the same
 */
export async function lessonFigures(
  labs: Overlay[],
  arbos: number,
  last: LessonFigures | undefined,
  detail: (text: string) => void = () => {},
): Promise<LessonFigures> {
  const lab0 = labs.find(({ manifest }) => manifest.number === 0)!
  const lab1 = labs.find(({ manifest }) => manifest.number === 1)!
  const csv = text(lab1, 'data/phishing.csv')
  detail('lab 0')
  const base0 = await contractFigures(lab0, csv)
  detail('lab 1')
  const base1 = await contractFigures(lab1, csv)
  const train = await import(pathToFileURL(join(lab1.dir, 'train.ts')).href)
  const deploy = await import(pathToFileURL(join(lab1.dir, 'deploy.ts')).href)
  const model1 = loadTreeModel(text(lab1, 'data/model.json'))
  const settings = { folds: train.FOLDS, maxDepth: train.SETTINGS.maxDepth }
  detail('trees of other depths')
  const data = treeFigures(parseCsv(csv), model1, settings)
  detail('lab 1 without tables')
  const code = await contractFigures(treeAsCode(lab1), csv)
  detail('lab 1 as library and cdylib')
  const asLibrary = await libraryFigures(lab1, csv, arbos, base1, last)
  const splits = data.tree.questions
  const tableBytes = splits * 4 + data.tree.leaves * model1.output.labels.length * 2
  return rounded({
    chain,
    examples: { threshold: await outputOf('docs/examples/threshold.ts') },
    data,
    lab0: { ...base0, ...(await lab0Figures(lab0, base0)) },
    lab1: {
      ...base1,
      tableBytes,
      tableGas: tableBytes * byteGas(),
      byteGas: byteGas(),
      preludeBytes: (deploy.initCode('0x').length - 2) / 2,
      packedBytes: model1.input.length,
      unpackedBytes: model1.input.length * 32,
      moreInkThanLab0: base1.ink / base0.ink - 1,
      tableSource: linesOf(text(lab1, 'contract/core/src/model.rs'), /^pub static SPLITS/, 3),
      // A site whose form sends its data nowhere and whose pop-ups ask for nothing.
      walk: walkOf(model1, [0, 2, ...new Array(model1.input.length - 2).fill(0)]),
      asCode: {
        ...code,
        entrySaved: base1.entryGas - code.entryGas,
        inkSaved: 1 - code.ink / base1.ink,
      },
      asLibrary,
    },
  })
}

async function outputOf(file: string): Promise<string[]> {
  const { code, stdout, output } = await runNode(file, [])
  if (code !== 0) throw new Error(`${file} failed:\n${output}`)
  return stdout
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
}

async function lab0Figures(lab: Overlay, base: ContractFigures): Promise<Lab0Figures> {
  const model = loadTreeModel(text(lab, 'data/model.json'))
  const leaves = model.trees[0].nodes.filter((node) => 'scores' in node).length
  return {
    questions: leaves - 1,
    leaves,
    runShare: base.runGas / base.callGas,
    pathSpread: base.ink - base.inkCheapest,
    shop: walkOf(model, [2, 2, 2, 2, 2, 1, 1, 2, 0]),
    fake: walkOf(model, [0, 0, 0, 1, 1, 1, 2, 0, 0]),
    transcript: await transcript(lab),
    treeSource: linesOf(text(lab, 'contract/core/src/model.rs'), /^ {4}if x\[0\]/, 4),
  }
}

/** What one byte more in the data segments adds to every entry: the chain's own formula, asked twice. */
export function byteGas(): number {
  const sizes = { functions: 1, signatureWords: 2, wasmBytes: 1_000, globals: 4, initialPages: 1 }
  const bytes = 100_000
  const more = estimateCosts({ ...sizes, segmentBytes: bytes }).cached
  return (more - estimateCosts({ ...sizes, segmentBytes: 0 }).cached) / bytes
}

async function libraryFigures(
  lab1: Overlay,
  csv: string,
  arbos: number,
  base: ContractFigures,
  last: LessonFigures | undefined,
): Promise<Lab1Figures['asLibrary']> {
  const lab = withLibrary(lab1)
  const inputs = contractInputsHash(join(lab.dir, 'contract'))
  const before = last?.lab1.asLibrary
  const figures =
    before?.inputs === inputs ? before : await contractFigures(lab, csv, await buildLibrary(lab, arbos))
  return { ...figures, inputs, moreInk: figures.instructionsInk / base.instructionsInk - 1 }
}

function text(lab: Overlay, path: string): string {
  return readFileSync(join(lab.dir, path), 'utf8')
}

/** Shares to four digits: the last bits of a mean are no figure. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === 'number' && !Number.isInteger(part) ? Math.round(part * 10_000) / 10_000 : part,
    ),
  ) as T
}
