import type { Hex } from 'viem'
import { dryChain, profileOf } from '../../../packages/cli/src/index.ts'
import { deployInitCode } from '../../../packages/lab/src/chain.ts'
import { compileModel, DoesNotFitError } from '../../../packages/model/src/compile/index.ts'
import { type Model, packInput, predict, rng } from '../../../packages/model/src/index.ts'
import { compress } from '../../../packages/wasm/src/brotli.ts'
import { syntheticNet } from './synthetic-net.ts'
import { type TwinForm, twinsOf } from './twins.ts'

/** One form of one net. Gas of whole transactions and frames; null where the form has no cache. */
export interface ScalingPoint {
  form: 'code' | 'data-contracts' | TwinForm
  txGasCached: number
  txGasUncached: number | null
  callGas: number
  /** Contracts that have to be deployed. */
  contracts: number
  bytes: number
}

export interface ScalingFigures {
  shape: string
  macs: number
  points: ScalingPoint[]
  /** Forms that don't do a net of this size, with the limit. */
  refused: { form: string; why: string }[]
}

/** Inputs, hidden units; ten labels. About 1,000 to 1,000,000 multiply-accumulates. */
const SHAPES: [number, number][] = [
  [32, 24],
  [64, 40],
  [128, 72],
  [196, 144],
  [392, 248],
  [784, 376],
  [784, 1260],
]
/** The EVM's loop takes about 100 gas a product; a block has 32 million. */
const MOST_EVM_MACS = 120_000
const ROWS = 3

/** Gas against size. Every form gives the reference's labels on random rows. */
export async function benchScaling(detail: (text: string) => void): Promise<ScalingFigures[]> {
  const figures: ScalingFigures[] = []
  for (const [inputs, hidden] of SHAPES) {
    const model = syntheticNet(inputs, hidden)
    const macs = inputs * hidden + hidden * 10
    const random = rng(inputs + hidden)
    const rows = Array.from({ length: ROWS }, () =>
      packInput(
        model,
        Array.from({ length: inputs }, () => Math.floor(random() * 256)),
      ),
    )
    const labels = rows.map((row) => predict(model, [...Buffer.from(row.slice(2), 'hex')]).label)
    const result: ScalingFigures = { shape: `${inputs}-${hidden}-10`, macs, points: [], refused: [] }
    figures.push(result)
    detail(`${result.shape}: code`)
    await codeForm(model, rows, labels, result)
    detail(`${result.shape}: data contracts`)
    result.points.push(await contractForm(model, rows, labels))
    detail(`${result.shape}: EVM`)
    await evmForms(model, macs, rows, labels, result)
  }
  return figures
}

/** The compiler's own choice among the places inside one contract. */
async function codeForm(model: Model, rows: Hex[], labels: number[], result: ScalingFigures): Promise<void> {
  let refusal: DoesNotFitError | undefined
  for (const placement of ['code', 'const-stores'] as const) {
    try {
      const code = compress(compileModel(model, { build: 'label', placement }).wasm)
      result.points.push(await measured('code', await dryChain(), code, 1, rows, labels))
      return
    } catch (error) {
      if (!(error instanceof DoesNotFitError)) throw error
      refusal ??= error
    }
  }
  const { limit, value, allowed } = refusal!
  result.refused.push({ form: 'code', why: `${limit}: ${value}, at most ${allowed}` })
}

async function contractForm(model: Model, rows: Hex[], labels: number[]): Promise<ScalingPoint> {
  const chain = await dryChain()
  const { plan, wasm, costs } = compileModel(model, { build: 'label', placement: 'data-contracts' })
  for (const { deploy } of plan.dataContracts) await chain.send(deploy.data, deploy.to)
  const contracts = 1 + plan.dataContracts.length
  const point = await measured('data-contracts', chain, compress(wasm), contracts, rows, labels)
  if (point.callGas !== costs.callGas.cached)
    throw new Error(
      `${model.name}: the compiler foretold ${costs.callGas.cached} gas, it took ${point.callGas}`,
    )
  return { ...point, bytes: plan.dataContracts.reduce((sum, { code }) => sum + code.length, point.bytes) }
}

async function measured(
  form: ScalingPoint['form'],
  chain: Awaited<ReturnType<typeof dryChain>>,
  code: Uint8Array,
  contracts: number,
  rows: Hex[],
  labels: number[],
): Promise<ScalingPoint> {
  const { address } = await chain.send(deployInitCode(code))
  await chain.activate(address)
  const run = async () => {
    let [tx, call] = [0, 0]
    for (const [i, row] of rows.entries()) {
      const profile = await profileOf(chain.client, address, row)
      if (!profile.ok || Number(profile.returnData) !== labels[i])
        throw new Error(`${form}: answers ${profile.returnData}, the reference ${labels[i]}`)
      tx = Math.max(tx, Number(profile.gasUsed))
      call = Math.max(call, profile.frameGas)
    }
    return { tx, call }
  }
  const uncached = await run()
  await chain.cache(address)
  const cached = await run()
  return {
    form,
    txGasCached: cached.tx,
    txGasUncached: uncached.tx,
    callGas: cached.call,
    contracts,
    bytes: code.length,
  }
}

async function evmForms(
  model: Model,
  macs: number,
  rows: Hex[],
  labels: number[],
  result: ScalingFigures,
): Promise<void> {
  const forms: TwinForm[] = macs <= MOST_EVM_MACS ? ['yul-loop', 'evm-packed'] : ['evm-packed']
  if (macs > MOST_EVM_MACS)
    result.refused.push({
      form: 'yul-loop',
      why: `about 93 gas a product; one transaction has 32,000,000 gas`,
    })
  const { twins, leftOut } = await twinsOf(model, { forms })
  for (const { name, why } of leftOut) result.refused.push({ form: name, why })
  for (const twin of twins) {
    let [tx, call] = [0, 0]
    const some = twin.name === 'evm-packed' ? rows : rows.slice(0, 1)
    for (const [i, row] of some.entries()) {
      const profile = await profileOf(twin.chain.client, twin.address, row)
      if (!profile.ok || Number(profile.returnData) !== labels[i])
        throw new Error(`${twin.name}: answers ${profile.returnData}, the reference ${labels[i]}`)
      tx = Math.max(tx, Number(profile.gasUsed))
      call = Math.max(call, profile.frameGas)
    }
    result.points.push({
      form: twin.name,
      txGasCached: tx,
      txGasUncached: null,
      callGas: call,
      contracts: 0,
      bytes: twin.codeBytes,
    })
  }
}
