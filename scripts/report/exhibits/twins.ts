import * as Plot from '@observablehq/plot'
import type { ModelFigures } from '../../bench/inference/bench-model.ts'
import { colors, decades, drawSvg, grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

const EVM: [string, string][] = [
  ['solidity', 'Solidity'],
  ['solidity-unchecked', 'unchecked'],
  ['yul-loop', 'Yul loop'],
  ['evm-packed', 'EVM assembly, packed'],
]

/** The frame of a call to each model, on Stylus and in four forms for the EVM. */
export function twins(models: readonly ModelFigures[]): Exhibit {
  const compared = models
    .filter((model) => model.twins.length > 0)
    .sort((a, b) => a.macs - b.macs || a.callGasCached - b.callGasCached)
  const points = compared.flatMap((model) => [
    { model: model.name, form: 'cached', gas: model.callGasCached },
    { model: model.name, form: 'not cached', gas: model.callGasUncached },
    ...model.twins.map(({ name, callGas }) => ({ model: model.name, form: name as string, gas: callGas })),
  ])
  const of = (...forms: string[]) => points.filter(({ form }) => forms.includes(form))
  const title = 'The frame of a call: one model on Stylus and on the EVM'
  const top = compared.at(-1)!.name
  const label = (form: string, text: string, fill: string, dy = 17) =>
    Plot.text(
      points.filter((point) => point.model === top && point.form === form),
      { x: 'gas', y: 'model', text: () => text, dy, fill, fontSize: 11 },
    )
  return {
    title,
    folded: true,
    svg: drawSvg(title, {
      height: 90 + 27 * compared.length,
      marginLeft: 212,
      marginRight: 40,
      marginBottom: 56,
      x: {
        type: 'log',
        label: 'gas of the frame (log)',
        tickFormat: '~s',
        ticks: decades(3, 7),
        domain: [200, 40_000_000],
      },
      y: { type: 'point', domain: compared.map(({ name }) => name), label: null, insetBottom: 30 },
      marks: [
        Plot.gridX({ ticks: decades(3, 7), stroke: colors.grid, strokeOpacity: 1 }),
        Plot.dot(of('solidity', 'solidity-unchecked', 'yul-loop'), {
          x: 'gas',
          y: 'model',
          stroke: colors.muted,
          strokeWidth: 1.5,
          r: 4,
        }),
        Plot.dot(of('evm-packed'), { x: 'gas', y: 'model', fill: colors.muted, r: 4, symbol: 'square' }),
        Plot.dot(of('not cached'), { x: 'gas', y: 'model', stroke: colors.brand, strokeWidth: 2, r: 4.5 }),
        Plot.dot(of('cached'), { x: 'gas', y: 'model', fill: colors.brand, r: 5 }),
        label('cached', 'Stylus, cached', colors.brand),
        label('not cached', 'not cached', colors.brand),
        label('evm-packed', 'packed assembly', colors.muted, 31),
        label('yul-loop', 'Solidity, three ways', colors.muted),
      ],
    }),
    note: 'Filled blue: Stylus, the program in the cache. Hollow blue: not in the cache. Square: EVM assembly with 256-bit lanes. Rings: Solidity with checked and unchecked arithmetic, and with a loop in Yul.',
    head: ['model', 'Stylus, cached', 'not cached', ...EVM.map(([, words]) => words)],
    rows: compared.map((model) => [
      model.name,
      grouped(model.callGasCached),
      grouped(model.callGasUncached),
      ...EVM.map(([form]) => {
        const twin = model.twins.find(({ name }) => name === form)
        return twin ? grouped(twin.callGas) : 'none'
      }),
    ]),
  }
}
