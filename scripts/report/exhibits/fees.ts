import { TWIN_WORDS } from '../../bench/inference/twins.ts'
import { benchData, type InferenceBench } from '../bench-data.ts'
import { reportFigures } from '../derive.ts'
import { publishedFacts } from '../facts.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** What `npm run bench:limits` paid for putting the largest net on a chain, in all its transactions. */
interface Most {
  steps: { contracts: number; deployGas: number }
}

/** Gas prices in gwei to read a transaction at: the chain's floor and two above it. Not measurements: pick the column that is yours. */
const gasPrices = () => [publishedFacts().floorGwei!.value, 0.1, 1]
/** Prices of an ether in dollars, for the same purpose. */
const ETHER = [2_000, 4_000] as const

/** Fees of transactions to the report's digit net, by form, and of putting nets on a chain, at several gas prices. */
export function fees({ models, scaling }: InferenceBench): Exhibit {
  const { digits, digitsDense } = reportFigures().models
  const { steps: most } = benchData<Most>('bench-limits.json', 'bench:limits')
  const model = models.find(({ name }) => name === digits.name)!
  const large = scaling.at(-1)!
  const largeGas = large.points.find(({ form }) => form === 'data-contracts')!.txGasCached
  const rows: [string, number][] = [
    [`${digits.name}, cached`, model.txGasCached],
    ['the same, not cached', model.txGasUncached],
    ...model.twins
      .toSorted((a, b) => a.txGas - b.txGas)
      .map(({ name, txGas }): [string, number] => [TWIN_WORDS[name], txGas]),
    [`${digitsDense.name}, cached`, digitsDense.txCached],
    [`${large.shape} in data contracts, cached`, largeGas],
    [`once: ${digits.name}, deployed and activated`, model.deployGas + model.activationGas],
    [`once: ${large.shape}, its ${most.contracts} contracts`, most.deployGas],
  ]
  const prices = gasPrices()
  const micro = (gas: number, gwei: number) => {
    const value = (gas * gwei) / 1_000
    return value < 10 ? value.toFixed(2) : grouped(value)
  }
  return {
    title: 'Fees, in millionths of an ether',
    head: ['form', 'gas', ...prices.map((gwei) => `at ${gwei} gwei`)],
    rows: rows.map(([name, gas]) => [name, grouped(gas), ...prices.map((gwei) => micro(gas, gwei))]),
    note: `The first price is Arbitrum One's floor. A millionth of an ether is ${ETHER.map((dollars) => `${dollars / 10_000} cents at ${grouped(dollars)} dollars an ether`).join(', ')}. Activation also takes a data fee, whatever the gas price: ${grouped(Math.round(Number(model.dataFeeWei) / 1e12))} millionths of an ether on a fresh devnode. Arbitrum One charges for posting to Ethereum besides, at a price that moves; the devnode sets it to zero.`,
  }
}
