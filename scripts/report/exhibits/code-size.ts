import * as Plot from '@observablehq/plot'
import { LIMITS } from '../../../packages/wasm/src/prices.ts'
import type { ModelFigures } from '../../bench/inference/bench-model.ts'
import { colors, drawSvg, grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** Bytes of compressed code against the size of the net, with the limit of a contract. */
export function codeSize(models: readonly ModelFigures[]): Exhibit {
  const nets = models.filter(({ macs }) => macs > 0).sort((a, b) => a.brotliBytes - b.brotliBytes)
  const title = 'How much of a contract the code of each net takes'
  return {
    title,
    folded: true,
    svg: drawSvg(title, {
      height: 70 + 24 * nets.length,
      marginLeft: 212,
      marginRight: 70,
      x: { label: 'bytes of compressed code', tickFormat: grouped, domain: [0, LIMITS.codeBytes * 1.04] },
      y: { type: 'band', domain: nets.map(({ name }) => name), label: null, padding: 0.3 },
      marks: [
        Plot.gridX({ stroke: colors.grid, strokeOpacity: 1 }),
        Plot.barX(nets, { x: 'brotliBytes', y: 'name', fill: colors.brand }),
        Plot.text(nets, {
          x: 'brotliBytes',
          y: 'name',
          text: ({ macs }: ModelFigures) => `${grouped(macs)} macs`,
          dx: 6,
          textAnchor: 'start',
          fill: colors.text,
          stroke: colors.paper,
        }),
        Plot.ruleX([LIMITS.codeBytes], { stroke: colors.ink, strokeDasharray: '5 4' }),
        Plot.text(['the limit'], {
          x: LIMITS.codeBytes,
          frameAnchor: 'top',
          dx: 4,
          textAnchor: 'start',
          fill: colors.ink,
        }),
      ],
    }),
    head: ['model', 'multiply-accumulates', 'wasm, bytes', 'code, bytes', 'share of the limit'],
    rows: nets.map(({ name, macs, wasmBytes, brotliBytes }) => [
      name,
      grouped(macs),
      grouped(wasmBytes),
      grouped(brotliBytes),
      `${((brotliBytes / LIMITS.codeBytes) * 100).toFixed(0)} %`,
    ]),
  }
}
