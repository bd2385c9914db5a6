import { type CostTable, estimateNet } from '../../docs/.vitepress/theme/calculator/estimate-net.ts'
import { estimateCosts } from '../../packages/wasm/src/costs.ts'
import { CHAIN_DEFAULTS, LIMITS } from '../../packages/wasm/src/prices.ts'
import type { ModelFigures } from '../bench/inference/bench-model.ts'
import type { ScalingFigures } from '../bench/inference/scaling.ts'
import {
  benchData,
  type InferenceBench,
  inferenceBench,
  type KernelBench,
  kernelBench,
} from './bench-data.ts'
import { TRANSACTION } from './transaction.ts'

const WALL_INPUTS = 196
/** The digit nets that the prose names: their story is how far size and gas are apart. */
const NAMED = {
  digits: 'digits-14x14-196-250-10-sparse',
  digitsDense: 'digits-14x14-196-64-10-ptq',
  digitsLarge: 'digits-14x14-196-380-10-sparse',
  small: 'digits-8x8-64-32-10',
  game: 'tic-tac-toe-18-12-9',
  tree: 'phishing-tree',
  forest: 'phishing-forest-32x6',
  line: 'anes96-linear',
} as const

export type ReportFigures = ReturnType<typeof derive>

let known: ReportFigures | undefined

/** The report's figures from the bench JSON that is there. */
export function reportFigures(): ReportFigures {
  known ??= derive(inferenceBench(), kernelBench(), costTable())
  return known
}

/** The cost calculator's table with where it was made. */
export function storedCostTable(): { environment: unknown; figures: CostTable } {
  return benchData('cost-table.json', 'report -- --table')
}

export const costTable = (): CostTable => storedCostTable().figures

/** Everything that the report's sentences say, as numbers with names. */
export function derive(bench: InferenceBench, kernels: KernelBench, table: CostTable) {
  const { models, scaling, environment } = bench
  const verdicts = models.flatMap((model) => model.verdicts)
  const packed = models.flatMap((model) => {
    const twin = model.twins.find(({ name }) => name === 'evm-packed')
    return twin ? [{ model, twin }] : []
  })
  const named = Object.fromEntries(
    Object.entries(NAMED).map(([key, name]) => [key, modelFigures(models, name)]),
  ) as Record<keyof typeof NAMED, ReturnType<typeof modelFigures>>
  const byCall = [...kernels.kernels].sort((a, b) => a.callGasCached - b.callGasCached)
  const [first, best] = [kernels.kernels[0]!, byCall[0]!]
  const penalties = models.map(({ callGasUncached, callGasCached }) => callGasUncached - callGasCached)
  return {
    environment: {
      arbos: environment.arbos,
      rustc: environment.rustc,
      node: environment.node,
      cpu: environment.cpu,
    },
    models: {
      count: models.length,
      kinds: new Set(models.map(({ kind }) => kind)).size,
      kernels: models.reduce((sum, model) => sum + model.kernels.length, 0),
      rows: models.reduce((sum, model) => sum + model.kernels.reduce((n, { inputs }) => n + inputs, 0), 0),
      leastRows: Math.min(...models.flatMap((model) => model.kernels.map(({ inputs }) => inputs))),
      ...named,
    },
    targets: {
      count: verdicts.length,
      met: verdicts.filter(({ met }) => met).length,
      short: verdicts.filter(({ met }) => !met).length,
    },
    entry: {
      leastCached: Math.min(...models.map(({ callGasCached, kernelGas }) => callGasCached - kernelGas)),
      mostCached: Math.max(...models.map(({ callGasCached, kernelGas }) => callGasCached - kernelGas)),
      leastPenalty: Math.min(...penalties),
      mostPenalty: Math.max(...penalties),
    },
    twins: {
      compared: packed.length,
      packedWinsCached: packed.filter(({ model, twin }) => twin.callGas < model.callGasCached).length,
      packedWinsUncached: packed.filter(({ model, twin }) => twin.callGas < model.callGasUncached).length,
    },
    ladder: {
      model: kernels.model.name,
      macs: kernels.model.macs,
      first: first.callGasCached,
      firstRun: first.gas,
      firstEntry: first.entryGasCached,
      best: best.callGasCached,
      bestRun: best.gas,
      bestName: best.name,
      times: Number((first.callGasCached / best.callGasCached).toFixed(1)),
      runTimes: Number((first.gas / best.gas).toFixed(0)),
    },
    limits: {
      codeBytes: LIMITS.codeBytes,
      wasmBytes: LIMITS.wasmBytes,
      locals: LIMITS.localsPerFunction,
      operators: LIMITS.instrumentedOperatorsPerFunction,
      freePages: CHAIN_DEFAULTS.freePages,
      inkPerGas: CHAIN_DEFAULTS.inkPrice,
      txGas: TRANSACTION.limit,
      txBase: TRANSACTION.base,
    },
    million: million(scaling),
    table: table.heldOut,
    walls: wallFigures(scaling, table),
  }
}

function modelFigures(models: readonly ModelFigures[], name: string) {
  const model = models.find((candidate) => candidate.name === name)
  if (!model) throw new Error(`docs/data/bench-inference.json has no model '${name}', which the report names`)
  const twin = (form: string) => model.twins.find((candidate) => candidate.name === form)
  const yul = twin('yul-loop')
  const tight = twin('evm-packed')
  return {
    name,
    accuracy: model.accuracyMean ?? model.accuracy ?? 0,
    seeds: model.seeds ?? 1,
    macs: model.macs,
    kernelGas: model.kernelGas,
    callCached: model.callGasCached,
    callUncached: model.callGasUncached,
    txCached: model.txGasCached,
    txUncached: model.txGasUncached,
    code: model.brotliBytes,
    codeShare: model.brotliBytes / LIMITS.codeBytes,
    activation: model.activationGas,
    baseShare: TRANSACTION.base / model.txGasCached,
    ...(twin('solidity') && { solidity: twin('solidity')!.callGas }),
    ...(twin('solidity-unchecked') && { unchecked: twin('solidity-unchecked')!.callGas }),
    ...(yul && { yul: yul.callGas, yulTimes: Math.round(yul.callGas / model.callGasCached) }),
    ...(tight && {
      packed: tight.callGas,
      packedTimes: Number((tight.callGas / model.callGasCached).toFixed(1)),
    }),
  }
}

function million(scaling: readonly ScalingFigures[]) {
  const largest = scaling.at(-1)!
  const point = largest.points.find(({ form }) => form === 'data-contracts')!
  return {
    macs: largest.macs,
    shape: largest.shape,
    txGas: point.txGasCached,
    callGas: point.callGas,
    contracts: point.contracts,
    bytes: point.bytes,
    inOneTransaction: Math.floor(TRANSACTION.limit / point.callGas),
    shareOfLimit: point.txGasCached / TRANSACTION.limit,
  }
}

function wallFigures(scaling: readonly ScalingFigures[], table: CostTable) {
  const most = (variant: string, place: 'code' | 'const-stores') => {
    const fits = (hidden: number) => {
      const found = estimateNet(table, { inputs: WALL_INPUTS, hidden, variant })
      return found.place === 'code' || (place === 'const-stores' && found.place === 'const-stores')
    }
    let hidden = 1
    while (hidden < table.hidden.at(-1)! && fits(hidden + 1)) hidden++
    return { hidden, weights: WALL_INPUTS * hidden + hidden * table.outputs }
  }
  const dataBytes = dataSegmentWall()
  return {
    inputs: WALL_INPUTS,
    code: { int8: most('int8', 'code'), int4: most('int4', 'code'), sparse: most('sparse', 'code') },
    stores: { int8: most('int8', 'const-stores'), int4: most('int4', 'const-stores') },
    dataSegment: { bytes: dataBytes },
    dataContracts: prolonged(scaling, 'data-contracts'),
    yul: prolonged(scaling, 'yul-loop'),
    packed: { weights: Math.max(...pointsOf(scaling, 'evm-packed').map(({ macs }) => macs)) },
  }
}

/** Most bytes of segments that a small module activates with: what entering costs is stored in 16 bits. */
function dataSegmentWall(): number {
  const cached = (segmentBytes: number) =>
    estimateCosts({
      functions: 1,
      signatureWords: 2,
      wasmBytes: segmentBytes + 150,
      globals: 4,
      segmentBytes,
      initialPages: 2,
    }).cached
  let [low, high]: [number, number] = [0, LIMITS.wasmBytes]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (cached(middle) <= 0xffff) low = middle
    else high = middle
  }
  return low
}

const pointsOf = (scaling: readonly ScalingFigures[], form: string) =>
  scaling.flatMap(({ macs, points }) => {
    const point = points.find((candidate) => candidate.form === form)
    return point ? [{ macs, gas: point.txGasCached }] : []
  })

/** Gas of one more multiply-accumulate between the last two sizes, and how many a transaction could hold at that. */
function prolonged(scaling: readonly ScalingFigures[], form: string) {
  const [a, b] = pointsOf(scaling, form).slice(-2)
  if (!a || !b) throw new Error(`the scaling bench has no two sizes of '${form}'`)
  const gasPerMac = (b.gas - a.gas) / (b.macs - a.macs)
  const weights = b.macs + (TRANSACTION.limit - b.gas) / gasPerMac
  // Prolonged, so no more than two digits of it mean anything.
  return { gasPerMac: Number(gasPerMac.toPrecision(3)), weights: Number(weights.toPrecision(2)) }
}
