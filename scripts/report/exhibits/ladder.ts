import * as Plot from '@observablehq/plot'
import type { KernelBench } from '../bench-data.ts'
import { colors, drawSvg, grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** One net, eight kernels: entry and run of a cached call. */
export function ladder({ kernels }: KernelBench): Exhibit {
  const parts = kernels.flatMap(({ name, entryGasCached, gas }) => [
    { name, part: '1 entry', fill: 'var(--cost-entry)', gas: entryGasCached },
    { name, part: '2 kernel', fill: 'var(--cost-instructions)', gas },
  ])
  const title = 'One net, eight kernels: entry and run of a cached call'
  return {
    title,
    svg: drawSvg(title, {
      height: 70 + 28 * kernels.length,
      marginLeft: 40,
      marginRight: 60,
      x: { label: 'gas of a cached call; orange: entry, blue: run', tickFormat: grouped },
      y: { type: 'band', domain: kernels.map(({ name }) => name), label: null, padding: 0.25 },
      marks: [
        Plot.gridX({ stroke: colors.grid, strokeOpacity: 1 }),
        Plot.barX(parts, { x: 'gas', y: 'name', fill: 'fill', z: 'part', order: 'part' }),
        Plot.text(kernels, {
          x: 'callGasCached',
          y: 'name',
          text: ({ callGasCached }: { callGasCached: number }) => grouped(callGasCached),
          dx: 6,
          textAnchor: 'start',
          fill: colors.text,
        }),
      ],
    }),
    head: ['kernel', 'idea', 'run, gas', 'entry, cached', 'call, cached', 'call, not cached', 'code, bytes'],
    rows: kernels.map((kernel) => [
      kernel.name,
      kernel.idea,
      grouped(kernel.gas),
      grouped(kernel.entryGasCached),
      grouped(kernel.callGasCached),
      grouped(kernel.callGas),
      grouped(kernel.codeBytes),
    ]),
  }
}
