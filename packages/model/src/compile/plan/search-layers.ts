import { prices } from '@inkling/wasm'
import type { LayerModel } from '../../types.ts'
import { encodeProgram } from '../ir/emit-wasm.ts'
import { graphInk } from '../ir/ink.ts'
import type { Program } from '../ir/program.ts'
import type { Build } from '../types.ts'
import { DEFAULT_OPTIONS, type LayerOptions } from './layer-options.ts'
import type { LinearLayer } from './linear-layer.ts'
import { Infeasible } from './linear-step.ts'
import { type LayersPlan, planLayers } from './plan-layers.ts'
import { scalesOf } from './requantize.ts'
import { toLinear } from './to-linear.ts'

/** A search takes seconds, and a model that doesn't fit is asked about again for what would. */
const searched = new WeakMap<LayerModel, Partial<Record<Build, LayersPlan[]>>>()

/** A plan that needs so many times the bytes there may be isn't looked at further: no option halves a kernel. */
const HOPELESS = 2

/** Straight-line plans of a net, the cheapest first. Those with the same numbers but smaller code come after it. */
export function searchLayers(model: LayerModel, build: Build): LayersPlan[] {
  const known = searched.get(model) ?? {}
  searched.set(model, known)
  known[build] ??= search(model, build)
  return known[build]
}

function search(model: LayerModel, build: Build): LayersPlan[] {
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
  if (best && encodeProgram(best.program).length > HOPELESS * prices.LIMITS.wasmBytes) return [best]
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
  // fewer distinct constants: masks in place of open fields, in the largest layer or in all, then no pairs
  const largest = largestOf(linears)
  const wide = weighted.filter((i) => linears[i]!.inputs > SHORT_INDEX)
  const smaller: ((o: LayerOptions, i: number) => LayerOptions)[] = [
    (o) => o,
    ...(weighted.length > 1
      ? [(o: LayerOptions, i: number) => (i === largest ? { ...o, open: false } : o)]
      : []),
    (o) => ({ ...o, open: false }),
    (o) => ({ ...o, open: false, pairs: false }),
  ]
  return smaller.flatMap((change) => {
    const made = shorter(options.map(change), wide, plan)
    return made ? [made] : []
  })
}

/** The layer with the most weights. */
function largestOf(linears: readonly (LinearLayer | undefined)[]): number {
  const weights = linears.map((linear) => linear?.rows.reduce((n, { index }) => n + index.length, 0) ?? 0)
  return weights.indexOf(Math.max(...weights))
}

/** Gas of a byte of wasm in a cached program's entry, in ink. */
const INK_OF_BYTE = 12.2
/** A gas: less than that isn't worth more ink. */
const WORTH = 10_000
/** Locals with an index of one byte, less those for other things. */
const SHORT_INDEX = 120

/** The plan with fewer values in locals at once in a wide layer, where shorter indices pay for the sums in parts. */
function shorter(
  options: readonly LayerOptions[],
  wide: readonly number[],
  plan: (options: readonly LayerOptions[]) => (LayersPlan & { ink: number }) | undefined,
): LayersPlan | undefined {
  const cost = (made: LayersPlan & { ink: number }) =>
    made.ink + INK_OF_BYTE * encodeProgram(made.program).length
  let best = plan(options)
  for (const i of wide) {
    const made = plan(options.map((o, at) => (at === i ? { ...o, atOnce: SHORT_INDEX } : o)))
    if (made && best && made.ink > best.ink && cost(made) < cost(best) - WORTH) best = made
  }
  return best
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
