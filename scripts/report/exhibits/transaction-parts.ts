import * as Plot from '@observablehq/plot'
import type { ModelFigures } from '../../bench/inference/bench-model.ts'
import { TRANSACTION } from '../transaction.ts'
import { colors, drawSvg, grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** The cost bar's order and colors: base, calldata, entry, then what runs. */
const PARTS = [
  ['base', 'var(--cost-base)'],
  ['calldata', 'var(--cost-calldata)'],
  ['entry', 'var(--cost-entry)'],
  ['kernel', 'var(--cost-instructions)'],
] as const

/** Gas of each part of a cached transaction, by model. */
export function transactionParts(models: readonly ModelFigures[]): Exhibit {
  const split = models.map((model) => {
    const entry = model.callGasCached - model.kernelGas
    return {
      name: model.name,
      base: TRANSACTION.base,
      calldata: Math.max(0, model.txGasCached - TRANSACTION.base - model.callGasCached),
      entry,
      kernel: model.kernelGas,
      total: model.txGasCached,
      uncached: model.txGasUncached,
    }
  })
  const above = split.flatMap(({ name, ...gas }) =>
    PARTS.filter(([part]) => part !== 'base').map(([part, fill]) => ({ name, part, fill, gas: gas[part] })),
  )
  const title = 'What a cached transaction pays above its base, by part'
  return {
    title,
    folded: true,
    svg: drawSvg(title, {
      height: 70 + 22 * models.length,
      marginLeft: 212,
      marginRight: 40,
      x: { label: `gas above the base of ${grouped(TRANSACTION.base)}`, tickFormat: grouped },
      y: { type: 'band', domain: models.map(({ name }) => name), label: null, padding: 0.25 },
      marks: [
        Plot.gridX({ stroke: colors.grid, strokeOpacity: 1 }),
        Plot.barX(above, { x: 'gas', y: 'name', fill: 'fill', order: 'part', z: 'part' }),
      ],
    }),
    note: 'Gray: calldata. Orange: entering the cached program. Blue: the kernel. Entry and kernel are the dearest call of all test vectors, the transaction is the median of real rows, so their difference leaves a few gas of play in trees.',
    head: ['model', 'base', 'calldata', 'entry', 'kernel', 'transaction', 'not cached'],
    rows: split.map(({ name, base, calldata, entry, kernel, total, uncached }) => [
      name,
      ...[base, calldata, entry, kernel, total, uncached].map(grouped),
    ]),
  }
}
