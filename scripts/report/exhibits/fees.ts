import { TWIN_WORDS } from '../../bench/inference/twins.ts'
import type { InferenceBench } from '../bench-data.ts'
import { reportFigures } from '../derive.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** Gas prices in gwei to read a transaction at. Not measurements: pick the column that is yours. */
const GAS_PRICES = [0.01, 0.1, 1] as const

/** Fee of one transaction to the report's digit net, by form, at several gas prices. */
export function fees({ models, scaling }: InferenceBench): Exhibit {
  const { digits, digitsDense } = reportFigures().models
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
  ]
  const micro = (gas: number, gwei: number) => {
    const value = (gas * gwei) / 1_000
    return value < 10 ? value.toFixed(2) : grouped(value)
  }
  return {
    title: 'Fee of one transaction, in millionths of an ether',
    head: ['form', 'gas', ...GAS_PRICES.map((gwei) => `at ${gwei} gwei`)],
    rows: rows.map(([name, gas]) => [name, grouped(gas), ...GAS_PRICES.map((gwei) => micro(gas, gwei))]),
    note: 'Execution on the second layer only. Arbitrum One also charges for posting the transaction to Ethereum, at a price that moves; the devnode sets that price to zero.',
  }
}
