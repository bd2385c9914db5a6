import type { LayerModel } from '../../types.ts'
import { graphInk } from '../ir/ink.ts'
import type { Program } from '../ir/program.ts'
import type { Build } from '../types.ts'
import { DEFAULT_OPTIONS, type LayerOptions } from './layer-options.ts'
import { Infeasible } from './linear-step.ts'
import { type LayersPlan, planLayers } from './plan-layers.ts'
import { scalesOf } from './requantize.ts'
import { toLinear } from './to-linear.ts'

/** Straight-line plans of a net, the cheapest first. Those with the same numbers but smaller code come after it. */
export function searchLayers(model: LayerModel, build: Build): LayersPlan[] {
  const linears = model.layers.map((layer, i) =>
    layer.type === 'dense' || layer.type === 'conv2d'
      ? toLinear(layer, `layers[${i}] ${layer.type}`)
      : undefined,
  )
  const plan = (options: readonly LayerOptions[]) => {
    try {
      const made = planLayers(model, linears, build, options)
      return { ...made, ink: straightInk(made.program) }
    } catch (error) {
      if (error instanceof Infeasible) return undefined
      throw error
    }
  }
  let options = linears.map((): LayerOptions => DEFAULT_OPTIONS)
  let best = plan(options)
  const weighted = linears.flatMap((linear, i) => (linear ? [i] : []))
  for (const [k, i] of weighted.entries()) {
    const linear = linears[i]!
    const next = weighted[k + 1]
    const pooled = model.layers[i + 1]?.type === 'maxpool2d'
    for (const clamp of linear.requantize ? clampChoices(scalesOf(linear).whole !== undefined, pooled) : [{}])
      for (const sum of next === undefined ? [undefined] : (['lanes', 'dot'] as const)) {
        const tried = options.map((o, at) => {
          if (at === i) return { ...o, ...clamp }
          return at === next ? { ...o, sum: sum! } : o
        })
        const made = plan(tried)
        if (!made || (best && made.ink >= best.ink)) continue
        best = made
        options = tried
      }
  }
  const plans: LayersPlan[] = best ? [best] : []
  // fewer distinct constants: masks in place of open fields, then no pairs
  const smaller = [{ open: false }, { open: false, pairs: false }]
  for (const change of smaller) {
    const made = plan(options.map((o) => ({ ...o, ...change })))
    if (made) plans.push(made)
  }
  return plans
}

function clampChoices(whole: boolean, pooled: boolean): Partial<LayerOptions>[] {
  const packed = [2, 3, 4, 5, 64].map((most) => ({ clamp: 'pack' as const, most }))
  const words = whole ? [{ clamp: 'signed' as const }, { clamp: 'exact' as const }] : []
  const alike = pooled ? words.map((choice) => ({ ...choice, alike: true })) : []
  return [...alike, ...words, ...packed, { clamp: 'scalar' as const }]
}

/** Ink of the entry point as one graph; block headers are the same for all plans. */
function straightInk(program: Program): number {
  const { body, returns } = program.functions.at(-1)!
  const roots = body.flatMap((s) => {
    if (s.kind === 'host') return s.args
    return s.kind === 'store' || s.kind === 'let' || s.kind === 'assign' ? [s.value] : []
  })
  return graphInk([...roots, returns!])
}
