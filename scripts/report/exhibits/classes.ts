import type { InferenceBench } from '../bench-data.ts'
import { grouped } from './draw.ts'
import type { Exhibit } from './exhibit.ts'

/** What we conclude about a class of models; the figures beside it are measured. */
const CLASSES = [
  ['linear', 'linear model', 'feasible, and seldom worth a Stylus program: the EVM is as good'],
  ['tree', 'one tree', 'feasible anywhere; Stylus when cached, or beside other models'],
  ['forest', 'forest', 'feasible, hundreds of leaves'],
  ['gbdt', 'boosted trees', 'feasible, a hundred trees'],
  ['mlp', 'dense net', 'feasible; the case for Stylus'],
  ['cnn', 'small convolutional net', 'feasible when channels are few'],
] as const

/** Feasibility by class of model: the span of what was measured, and a verdict in words. */
export function classes({ models }: Pick<InferenceBench, 'models'>): Exhibit {
  const rows = CLASSES.flatMap(([kind, name, verdict]) => {
    const own = models.filter((model) => model.kind === kind)
    if (own.length === 0) return []
    const span = (pick: (model: (typeof own)[number]) => number) => {
      const values = own.map(pick)
      const [least, most] = [Math.min(...values), Math.max(...values)]
      return least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`
    }
    return [
      [
        name,
        String(own.length),
        span(({ kernelGas }) => kernelGas),
        span(({ callGasCached }) => callGasCached),
        span(({ brotliBytes }) => brotliBytes),
        verdict,
      ],
    ]
  })
  const missing = models.filter(({ kind }) => !CLASSES.some(([known]) => known === kind))
  if (missing.length > 0)
    throw new Error(`no verdict for the kind '${missing[0]!.kind}' of ${missing[0]!.name}`)
  return {
    title: 'Feasibility by class of model',
    head: ['class', 'models', 'kernel, gas', 'call when cached, gas', 'bytes of code', 'verdict'],
    rows,
    note: 'From the smallest to the largest of each class that was measured.',
  }
}
