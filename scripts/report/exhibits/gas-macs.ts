import * as Plot from '@observablehq/plot'
import type { ScalingFigures } from '../../bench/inference/scaling.ts'
import { TRANSACTION } from '../transaction.ts'
import { colors, decades, drawSvg, grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

const FORMS: [string, string][] = [
  ['code', 'Stylus, weights in code'],
  ['data-contracts', 'Stylus, data contracts'],
  ['evm-packed', 'EVM, 256-bit lanes'],
  ['yul-loop', 'Solidity, Yul loop'],
]

/** Gas of a whole transaction against size, for four forms of one net. */
export function gasMacs(scaling: readonly ScalingFigures[]): Exhibit {
  const points = scaling.flatMap(({ macs, points: forms }) =>
    forms.map(({ form, txGasCached }) => ({ macs, form, gas: txGasCached - TRANSACTION.base })),
  )
  const last = [...new Set(points.map(({ form }) => form))].map(
    (form) => points.filter((point) => point.form === form).sort((a, b) => b.macs - a.macs)[0]!,
  )
  const ours = (form: string) => form === 'code' || form === 'data-contracts'
  const stroke = (point: { form: string }) => (ours(point.form) ? colors.brand : colors.muted)
  const title = 'Gas of a transaction as a net grows'
  return {
    title,
    svg: drawSvg(title, {
      x: {
        type: 'log',
        label: 'multiply-accumulates (log)',
        tickFormat: '~s',
        ticks: decades(3, 6),
        domain: [900, 1_200_000],
      },
      y: {
        type: 'log',
        label: `cached transaction above its base of ${grouped(TRANSACTION.base)}, gas (log)`,
        tickFormat: '~s',
        ticks: decades(3, 7),
        domain: [500, TRANSACTION.limit * 1.5],
      },
      marks: [
        Plot.gridY({ ticks: decades(3, 7), stroke: colors.grid, strokeOpacity: 1 }),
        Plot.ruleY([TRANSACTION.limit], { stroke: colors.ink, strokeDasharray: '5 4' }),
        Plot.text(['a transaction has no more'], {
          x: 950,
          y: TRANSACTION.limit,
          dy: -7,
          textAnchor: 'start',
          fill: colors.ink,
        }),
        Plot.line(points, { x: 'macs', y: 'gas', z: 'form', stroke, strokeWidth: 2 }),
        Plot.dot(points, { x: 'macs', y: 'gas', fill: stroke, r: 3.5 }),
        Plot.text(last, {
          x: 'macs',
          y: 'gas',
          text: ({ form }: { form: string }) => FORMS.find(([key]) => key === form)?.[1] ?? form,
          dx: 8,
          // Its line ends beside another's.
          dy: -8,
          textAnchor: 'start',
          fill: stroke,
        }),
      ],
    }),
    head: ['net', 'multiply-accumulates', ...FORMS.map(([, words]) => words)],
    rows: scaling.map(({ shape, macs, points: forms, refused }) => [
      shape,
      grouped(macs),
      ...FORMS.map(([form]) => {
        const point = forms.find((candidate) => candidate.form === form)
        if (point) return grouped(point.txGasCached)
        return refused.some((candidate) => candidate.form === form) ? 'does not fit' : ''
      }),
    ]),
    note: 'Nets with random weights, two layers, 8-bit input. Whole transactions in the table, the base of each taken off in the picture, so that the difference shows.',
  }
}
