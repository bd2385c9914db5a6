import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hexToBytes } from 'viem'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { root } from '../bootstrap/paths.mjs'
import type { AttentionGolden } from '../kernels/attention-golden.ts'
import { buildContracts } from '../kernels/build-contracts.ts'
import { type ContractCost, type Deployed, deployWasm } from '../kernels/measure.ts'
import type { NamesGolden } from '../kernels/names-golden.ts'
import { fnv1a, type PortraitGolden } from '../kernels/portrait-golden.ts'

/** Ink of one contract over many inputs, and one of them in full. */
export interface MindFigures extends ContractCost {
  /** Calls whose answer was TypeScript's, to the byte. */
  inputs: number
  inkMean: number
  inkLowest: number
  inkHighest: number
  gasMean: number
  gasHighest: number
}

export interface NameFigures extends MindFigures {
  /** Mean ink of names of so many letters. */
  byLength: { letters: number; names: number; ink: number; gas: number }[]
  lettersMean: number
}

/** The transformer's names, from the same seeds. */
export interface AttentionFigures extends NameFigures {
  /** One step: the weights after some letters, by how many. Input and output included. */
  contexts: number
  byContext: { letters: number; ink: number; gas: number }[]
}

export interface PortraitFigures extends MindFigures {
  bytesMean: number
  bytesLongest: number
}

/**
 * Deploys the names and the portrait as raw contracts on a devnode of this process and compares every answer.
 *
 * @throws Error for an answer that is not TypeScript's
 */
export async function benchMind(
  detail: (text: string) => void,
): Promise<{ arbos: number; name: NameFigures; attention: AttentionFigures; portrait: PortraitFigures }> {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const names = await buildContracts('inkling-names', ['name', 'attention', 'attention_weights'], {
      onLine: detail,
    })
    const portraits = await buildContracts('inkling-portrait', ['portrait'], { onLine: detail })
    detail('name')
    const { names: wanted } = golden<NamesGolden>('names')
    const name = await benchName(await deployWasm(open, names.get('name')!), wanted)
    detail('attention')
    const attention = {
      ...(await benchName(
        await deployWasm(open, names.get('attention')!),
        golden<AttentionGolden>('names-attention').names,
      )),
      ...(await benchWeights(await deployWasm(open, names.get('attention_weights')!))),
    }
    detail('portrait')
    const portrait = await benchPortrait(await deployWasm(open, portraits.get('portrait')!))
    return { arbos: open.engine.arbos, name, attention, portrait }
  } finally {
    await open.close()
  }
}

async function benchName(contract: Deployed, names: string[]): Promise<NameFigures> {
  const { seeds } = golden<NamesGolden>('names')
  const inks: number[] = []
  for (const [i, seed] of seeds.entries()) {
    const { ok, ink, returnData } = await contract.profile(hexToBytes(`0x${seed}`))
    const got = Buffer.from(returnData.slice(2), 'hex').toString()
    if (!ok || got !== names[i])
      throw new Error(`seed ${seed}: the contract says ${got}, TypeScript ${names[i]}`)
    inks.push(ink)
  }
  const lengths = [...new Set(names.map(({ length }) => length))].sort((a, b) => a - b)
  const longest = inks.indexOf(Math.max(...inks))
  return {
    ...(await contract.cost(hexToBytes(`0x${seeds[longest]!}`))),
    ...spread(inks),
    lettersMean: round(mean(names.map(({ length }) => length))),
    byLength: lengths.map((letters) => {
      const of = inks.filter((_, i) => names[i]!.length === letters)
      return { letters, names: of.length, ink: Math.round(mean(of)), gas: Math.ceil(mean(of) / 10_000) }
    }),
  }
}

/** One step of the transformer after every golden context, the weights compared by their hash. */
async function benchWeights(contract: Deployed) {
  const { contexts, weights } = golden<AttentionGolden>('names-attention')
  const inks = new Map<number, number[]>()
  const bytes: Uint8Array[] = []
  for (const context of contexts) {
    const letters = Uint8Array.from(Buffer.from(context), (code) => code - 96)
    const { ok, ink, returnData } = await contract.profile(letters)
    if (!ok) throw new Error(`the contract has no weights after '${context}'`)
    bytes.push(hexToBytes(returnData))
    inks.set(letters.length, [...(inks.get(letters.length) ?? []), ink])
  }
  const hash = fnv1a(Buffer.concat(bytes))
  if (hash !== weights) throw new Error(`the contract's weights hash to ${hash}, TypeScript's to ${weights}`)
  const byContext = [...inks].sort(([a], [b]) => a - b)
  return {
    contexts: contexts.length,
    byContext: byContext.map(([letters, of]) => {
      const ink = Math.round(mean(of))
      return { letters, ink, gas: Math.ceil(ink / 10_000) }
    }),
  }
}

async function benchPortrait(contract: Deployed): Promise<PortraitFigures> {
  const { hidden, fnv1a: hashes } = golden<PortraitGolden>('portrait')
  const inks: number[] = []
  const bytes: number[] = []
  for (const [i, vector] of hidden.entries()) {
    const { ok, ink, returnData } = await contract.profile(hexToBytes(`0x${vector}`))
    const svg = Buffer.from(returnData.slice(2), 'hex').toString()
    if (!ok || fnv1a(svg) !== hashes[i])
      throw new Error(`vector ${vector}: another picture than TypeScript's`)
    inks.push(ink)
    bytes.push(svg.length)
  }
  const dearest = inks.indexOf(Math.max(...inks))
  return {
    ...(await contract.cost(hexToBytes(`0x${hidden[dearest]!}`))),
    ...spread(inks),
    bytesMean: round(mean(bytes)),
    bytesLongest: Math.max(...bytes),
  }
}

function spread(inks: number[]) {
  const inkMean = Math.round(mean(inks))
  const inkHighest = Math.max(...inks)
  return {
    inputs: inks.length,
    inkMean,
    inkLowest: Math.min(...inks),
    inkHighest,
    gasMean: Math.ceil(inkMean / 10_000),
    gasHighest: Math.ceil(inkHighest / 10_000),
  }
}

function golden<T>(name: string): T {
  return JSON.parse(readFileSync(join(root, `packages/model/test/golden/${name}.json`), 'utf8')) as T
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const round = (value: number) => Math.round(value * 100) / 100
