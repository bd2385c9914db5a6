import { benchData } from '../bench-data.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** A model whose code is spread over contracts, which ArbOS 60 allows. */
interface FragmentFigures {
  model: string
  accuracy: number
  codeBytes: number
  refusedInOne: string
  fragments: number
  transactions: number
  kernelInk: number
  callGasCached: number
  callGasUncached: number
}

/** What code fragments change: programs too large for one contract. */
export function fragments(): Exhibit {
  const { fragments: rows } = benchData<{ fragments: FragmentFigures[] }>('bench-limits.json', 'bench:limits')
  const [only] = rows
  if (only === undefined) throw new Error('docs/data/bench-limits.json has no fragments')
  return {
    title: 'A program in fragments, on ArbOS 60',
    head: ['what', ...rows.map(({ model }) => model)],
    rows: [
      ['held-out rows right', ...rows.map(({ accuracy }) => `${(accuracy * 100).toFixed(1)} %`)],
      ['bytes of code', ...rows.map(({ codeBytes }) => grouped(codeBytes))],
      ['in one contract it is refused', ...rows.map(({ refusedInOne }) => refusedInOne)],
      [
        'fragments, and transactions to deploy',
        ...rows.map((row) => `${row.fragments}, ${row.transactions}`),
      ],
      ['kernel, gas', ...rows.map(({ kernelInk }) => grouped(Math.ceil(kernelInk / 10_000)))],
      ['call when cached, gas', ...rows.map(({ callGasCached }) => grouped(callGasCached))],
      ['call when not cached, gas', ...rows.map(({ callGasUncached }) => grouped(callGasUncached))],
    ],
    note: 'The model is trained without pruning; ArbOS 60 was not active on Arbitrum One when this was measured.',
  }
}
