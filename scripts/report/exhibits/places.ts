import * as Plot from '@observablehq/plot'
import type { PlaceFigures } from '../../bench/inference/places.ts'
import { colors, decades, drawSvg } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** Gas a byte of weights, by where they are. */
export function places(figures: readonly PlaceFigures[]): Exhibit {
  const title = 'Gas a byte of weights and call, by where the weights are'
  return {
    title,
    svg: drawSvg(title, {
      marginLeft: 110,
      marginRight: 60,
      height: 260,
      x: {
        type: 'log',
        label: 'gas a byte of weights and transaction (log); dot: cached, line to: not cached',
        tickFormat: '~r',
        ticks: decades(-2, 2),
        domain: [0.003, 150],
      },
      y: { type: 'band', domain: figures.map(({ place }) => place), label: null },
      marks: [
        Plot.gridX({ ticks: decades(-2, 2), stroke: colors.grid, strokeOpacity: 1 }),
        Plot.ruleY(figures, {
          y: 'place',
          x1: 'perByteCached',
          x2: 'perByteUncached',
          stroke: colors.ink,
          strokeWidth: 4,
        }),
        Plot.dot(figures, { x: 'perByteCached', y: 'place', fill: colors.ink, r: 6 }),
        Plot.text(figures, {
          x: 'perByteUncached',
          y: 'place',
          text: (figure: PlaceFigures) => String(figure.perByteCached),
          dx: 12,
          textAnchor: 'start',
          fill: colors.text,
        }),
      ],
    }),
    head: ['place', 'cached', 'not cached', 'remark'],
    rows: figures.map(({ place, perByteCached, perByteUncached, remark }) => [
      place,
      String(perByteCached),
      String(perByteUncached),
      remark,
    ]),
  }
}
