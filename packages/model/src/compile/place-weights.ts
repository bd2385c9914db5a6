import { prices } from '@inkling/wasm'
import type { LayerModel, Model } from '../types.ts'
import { UnsupportedError } from './errors.ts'
import { fitProgram, type Misfit } from './fit.ts'
import type { Program } from './ir/program.ts'
import { planLoops } from './plan/loops/plan-loops.ts'
import { searchLayers } from './plan/search-layers.ts'
import { tooLargeForCode } from './plan/too-large.ts'
import { planTrees } from './plan/trees.ts'
import { isFunctionLimit, splitToFit } from './split-to-fit.ts'
import type { CompileOptions, Placement, PlanStep } from './types.ts'

export interface Candidate {
  placement: Placement
  program: Program
  steps: PlanStep[]
}

/** The kernels of one placement, made when they are asked for, since planning and compressing take time. */
interface Way {
  placement: Placement
  make(maxCode: number): { candidates: Candidate[] } | { misfit: Misfit }
}

export interface Placed {
  chosen?: Candidate
  /** Of a call, entry included. */
  gas?: number
  /** The limit that the first way breaks. */
  misfit?: Misfit
}

/**
 * The cheapest kernel that fits. Straight-line code costs the least in a cached program, and constants stored at the
 * start come next, so the first of these two that fits is taken. All else is compared by gas: a program that is not
 * cached pays for every byte of code at each call, and data contracts cost less than a data segment from about 5 kB on.
 */
export function placeWeights(model: Model, options: CompileOptions, maxCode: number): Placed {
  const { cached = true } = options
  let misfit: Misfit | undefined
  let chosen: Candidate | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { placement, make } of ways(model, options)) {
    const made = make(maxCode)
    if ('misfit' in made) {
      misfit ??= made.misfit
      continue
    }
    for (const candidate of made.candidates) {
      const fit = fitProgram(candidate.program, maxCode)
      if ('misfit' in fit) {
        // of a function that was split only the whole counts
        if (!misfit || isFunctionLimit(misfit)) misfit = fit.misfit
        continue
      }
      const gas = cached ? fit.costs.callGas.cached : fit.costs.callGas.uncached
      if (gas < least) {
        least = gas
        chosen = candidate
      }
      // the first of a kind is its cheapest
      break
    }
    if (chosen && cached && (placement === 'code' || placement === 'const-stores')) break
  }
  return { ...(chosen && { chosen, gas: least }), ...(misfit && { misfit }) }
}

function ways(model: Model, { build, placement }: CompileOptions): Way[] {
  if ('trees' in model) {
    if (placement !== undefined && placement !== 'code')
      throw new UnsupportedError(
        'options.placement',
        `'${placement}' is for nets`,
        "Use 'code': trees are branches",
      )
    const shares = ['parts', 'tests', 'none'] as const
    return [inCode(() => shares.map((share) => planTrees(model, build, share)))]
  }
  const code: Way = {
    placement: 'code',
    make(maxCode) {
      const misfit = tooLargeForCode(model)
      return misfit ? { misfit } : inCode(() => searchLayers(model, build)).make(maxCode)
    },
  }
  const all: Way[] = [code, ...LOOPS.map((where) => inLoops(model, where, build))]
  if (placement !== undefined) return all.filter((way) => way.placement === placement)
  return model.layers.every((layer) => layer.type === 'dense') ? all : [code]
}

/** Straight-line code, or where none of it fits into one function, what does in several. */
function inCode(plan: () => { program: Program; steps: PlanStep[] }[]): Way {
  return {
    placement: 'code',
    make(maxCode) {
      const whole = plan().map((made) => ({ placement: 'code' as const, ...made }))
      return { candidates: [...whole, ...splitToFit(whole, maxCode)] }
    },
  }
}

const LOOPS = ['const-stores', 'data', 'data-contracts'] as const
/** A store of eight bytes takes at least so many: two constants with their operators, and the store. */
const LEAST_STORE = 7

function inLoops(model: LayerModel, placement: (typeof LOOPS)[number], build: CompileOptions['build']): Way {
  return {
    placement,
    make() {
      const made = planLoops(model, build, placement)
      if (placement === 'const-stores') {
        const value = LEAST_STORE * storesIn(made.program)
        const allowed = prices.LIMITS.wasmBytes
        if (value > allowed) return { misfit: { limit: 'bytes of wasm, at least', value, allowed } }
      }
      return { candidates: [{ placement, ...made }] }
    },
  }
}

const storesIn = ({ functions }: Program) => functions.at(-1)!.body.filter((s) => s.kind === 'store').length
