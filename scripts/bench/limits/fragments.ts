import { readFileSync } from 'node:fs'
import { type Address, type Hex, hexToNumber } from 'viem'
import { type DryChain, dryChain, profileOf } from '../../../packages/cli/src/index.ts'
import { deployInitCode } from '../../../packages/lab/src/chain.ts'
import { compileModel, DoesNotFitError } from '../../../packages/model/src/compile/index.ts'
import { loadMnist14, quantizeRows } from '../../../packages/model/src/data/index.ts'
import { loadModel, type Model, packInput, predict } from '../../../packages/model/src/index.ts'
import { compress } from '../../../packages/wasm/src/brotli.ts'

/** A program whose code doesn't fit one contract, in a root and fragments on ArbOS 60. */
export interface FragmentFigures {
  model: string
  /** On the test rows, 0 to 1. */
  accuracy: number
  macs: number
  wasmBytes: number
  codeBytes: number
  /** The compiler's reason why one contract is not enough. */
  refusedInOne: string
  /** The same model before ArbOS 60: weights in contracts of their own. */
  inDataContracts: { contracts: number; callGasCached: number; callGasUncached: number }
  fragments: number
  /** Fragments, root, activation. */
  transactions: number
  deployGas: number
  activationGas: number
  kernelInk: number
  callGasCached: number
  callGasUncached: number
  txGasCached: number
  txGasUncached: number
  /** Calls whose label was the reference's. */
  rows: number
}

const ARBOS = 60
/** Code of a contract, less the three bytes that say "fragment". */
const ROOM = 24_576 - 3
/** ArbOS 60 of the profile takes two. */
const MOST_FRAGMENTS = 2

/** Compiles, cuts, deploys and calls what fits only with fragments. */
export async function benchFragments(detail: (text: string) => void): Promise<FragmentFigures[]> {
  const trained = loadModel(
    readFileSync(new URL('./digits-14x14-196-112-10.model.json', import.meta.url), 'utf8'),
  )
  detail(trained.name)
  const { test } = loadMnist14()
  const { x, y, length, rows } = quantizeRows(test, trained.input)
  const all = Array.from({ length: rows }, (_, r) => Array.from(x.subarray(r * length, (r + 1) * length)))
  const right = all.filter((row, r) => predict(trained, row).label === y[r]).length
  return [await inFragments(trained, all.slice(0, 300), { accuracy: right / rows, macs: 196 * 112 + 1120 })]
}

async function inFragments(
  model: Model,
  rows: number[][],
  about: { accuracy: number; macs: number },
): Promise<FragmentFigures> {
  const { wasm } = compileModel(model, { build: 'label', placement: 'code', maxCode: MOST_FRAGMENTS * ROOM })
  const code = compress(wasm)
  const chain = await dryChain(ARBOS)
  const { root, fragments, gas } = await deployInFragments(chain, code, wasm.length)
  const { gas: activationGas } = await chain.activate(root)
  const run = async () => {
    let [tx, frame, ink] = [0, 0, 0]
    for (const row of rows) {
      const profile = await profileOf(chain.client, root, packInput(model, row))
      const { label } = predict(model, row)
      if (!profile.ok || hexToNumber(profile.returnData) !== label)
        throw new Error(`${model.name} in fragments answers ${profile.returnData}, the reference ${label}`)
      tx = Math.max(tx, Number(profile.gasUsed))
      frame = Math.max(frame, profile.frameGas)
      ink = Math.max(ink, profile.ink ?? 0)
    }
    return { tx, frame, ink }
  }
  const uncached = await run()
  await chain.cache(root)
  const cached = await run()
  return {
    model: model.name,
    ...about,
    wasmBytes: wasm.length,
    codeBytes: code.length,
    refusedInOne: refusal(model),
    inDataContracts: inDataContracts(model),
    fragments,
    transactions: fragments + 2,
    deployGas: gas,
    activationGas,
    kernelInk: cached.ink,
    callGasCached: cached.frame,
    callGasUncached: uncached.frame,
    txGasCached: cached.tx,
    txGasUncached: uncached.tx,
    rows: rows.length,
  }
}

/**
 * Classic code, `EF F0 00 dd` and brotli, as contracts: `EF F0 01` and a part each, then
 * `EF F0 02 dd`, the module's length and the parts' addresses.
 */
async function deployInFragments(chain: DryChain, code: Uint8Array, wasmBytes: number) {
  const stream = code.subarray(4)
  const addresses: Address[] = []
  let gas = 0
  for (let at = 0; at < stream.length; at += ROOM) {
    const part = Uint8Array.of(0xef, 0xf0, 1, ...stream.subarray(at, at + ROOM))
    const sent = await chain.send(deployInitCode(part))
    addresses.push(sent.address)
    gas += sent.gas
  }
  const length = [24, 16, 8, 0].map((shift) => (wasmBytes >>> shift) & 255)
  const bytes = addresses.flatMap((address) => [...Buffer.from(address.slice(2), 'hex')])
  const sent = await chain.send(deployInitCode(Uint8Array.of(0xef, 0xf0, 2, code[3]!, ...length, ...bytes)))
  return { root: sent.address as Hex, fragments: addresses.length, gas: gas + sent.gas }
}

/** @throws Error for a model that fits: there would be nothing to show */
function refusal(model: Model): string {
  try {
    compileModel(model, { build: 'label', placement: 'code' })
  } catch (error) {
    if (error instanceof DoesNotFitError) return `${error.limit}: ${error.value}, at most ${error.allowed}`
    throw error
  }
  throw new Error(`${model.name} fits into one contract`)
}

/** By the compiler's figures, which are the chain's. */
function inDataContracts(model: Model): FragmentFigures['inDataContracts'] {
  const { plan, costs } = compileModel(model, { build: 'label', placement: 'data-contracts' })
  return {
    contracts: 1 + plan.dataContracts.length,
    callGasCached: costs.callGas.cached,
    callGasUncached: costs.callGas.uncached,
  }
}
