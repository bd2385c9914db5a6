import { prices } from '@inkling/wasm'
import { packedLength } from '../input/pack-input.ts'
import { checkModel, scoreRange } from '../ranges/check-model.ts'
import type { Model } from '../types.ts'
import { DoesNotFitError, UnsupportedError } from './errors.ts'
import { fitProgram, type Misfit } from './fit.ts'
import type { Program } from './ir/program.ts'
import { placementTable, weightBytes } from './placements.ts'
import { countMacs } from './plan/count-macs.ts'
import { planLoops } from './plan/loops/plan-loops.ts'
import { searchLayers } from './plan/search-layers.ts'
import { planTrees } from './plan/trees.ts'
import { isFunctionLimit, splitToFit } from './split-to-fit.ts'
import type { CompileOptions, Placement, Plan, PlanStep } from './types.ts'

export interface Candidate {
  placement: Placement
  program: Program
  steps: PlanStep[]
}

/**
 * Plans a kernel for a model: how values are packed, summed and clamped, and where weights live. Tries several ways,
 * counts the ink of each and takes the cheapest that fits the limits of Stylus.
 *
 * @throws DoesNotFitError with the nearest option that fits; UnsupportedError for a combination that has no kernel;
 *   OverflowError if a sum can leave int32.
 */
export function planModel(model: Model, options: CompileOptions): Plan {
  checkModel(model)
  if (options.build !== 'label' && options.build !== 'scores')
    throw new UnsupportedError(
      'options.build',
      `'${options.build}' is not a build`,
      "Use 'label' or 'scores'",
    )
  const maxCode = options.maxCode ?? prices.LIMITS.codeBytes
  const { chosen, misfit } = cheapestThatFits(candidates(model, options), options, maxCode)
  if (!chosen) throw doesNotFit(model, options, maxCode, misfit)
  const outputs = scoreRange(model).min.length
  return {
    name: model.name,
    model,
    modelHash: model.sha256,
    build: options.build,
    placement: chosen.placement,
    inputLength: model.input.length,
    inputBytes: packedLength(model.input),
    outputBytes: options.build === 'label' ? 1 : 4 * outputs,
    outputs,
    macs: countMacs(model),
    steps: chosen.steps,
    placements: placementTable(model, options.cached ?? true),
    program: chosen.program,
  }
}

/** Lazily, because planning and compressing take time. */
type Candidates = ((maxCode: number) => Candidate[])[]

function candidates(model: Model, { build, placement }: CompileOptions): Candidates {
  const code = 'code' as const
  if ('trees' in model) {
    if (placement !== undefined && placement !== code)
      throw new UnsupportedError(
        'options.placement',
        `'${placement}' is for nets`,
        "Use 'code': trees are branches",
      )
    const shares = ['parts', 'tests', 'none'] as const
    return [
      orInFunctions(() => shares.map((share) => ({ placement: code, ...planTrees(model, build, share) }))),
    ]
  }
  const loops = (where: 'const-stores' | 'data') => () => [
    { placement: where, ...planLoops(model, build, where) },
  ]
  const all: [Placement, Candidates[number]][] = [
    [code, orInFunctions(() => searchLayers(model, build).map((plan) => ({ placement: code, ...plan })))],
    ['const-stores', loops('const-stores')],
    ['data', loops('data')],
  ]
  if (placement !== undefined) return all.filter(([where]) => where === placement).map(([, make]) => make)
  const dense = model.layers.every((layer) => layer.type === 'dense')
  return dense ? all.map(([, make]) => make) : [all[0]![1]]
}

/** The candidates, or where none of them fits into one function, those that do in several. */
function orInFunctions(make: () => Candidate[]): Candidates[number] {
  return (maxCode) => {
    const whole = make()
    return [...whole, ...splitToFit(whole, maxCode)]
  }
}

/**
 * Straight-line code costs the least in a cached program, so the first that fits is taken. Where the program is not
 * cached every byte of code is paid again at each call: then all are compared.
 */
function cheapestThatFits(
  list: Candidates,
  { cached = true }: CompileOptions,
  maxCode: number,
): { chosen?: Candidate; gas?: number; misfit?: Misfit } {
  let misfit: Misfit | undefined
  let chosen: Candidate | undefined
  let least = Number.POSITIVE_INFINITY
  for (const make of list) {
    for (const candidate of make(maxCode)) {
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
    if (chosen && cached) break
  }
  return { chosen, gas: least, misfit }
}

/** The error, with another placement that fits if there is one, or what data contracts would take. */
function doesNotFit(
  model: Model,
  options: CompileOptions,
  maxCode: number,
  misfit: Misfit | undefined,
): DoesNotFitError {
  const { limit, value, allowed } = misfit ?? { limit: 'no kernel', value: 0, allowed: 0 }
  const where = options.placement ? `placement '${options.placement}'` : 'the model'
  return new DoesNotFitError(
    where,
    limit,
    value,
    allowed,
    nearestThatFits(model, options, maxCode, allowed / value),
  )
}

function nearestThatFits(model: Model, options: CompileOptions, maxCode: number, share: number): string {
  if ('trees' in model) {
    const count = Math.floor(0.95 * share * model.trees.length)
    return count > 0 ? `about ${count} of its ${model.trees.length} trees` : 'a tree of less depth'
  }
  if (options.placement) {
    const free = { ...options, placement: undefined }
    const { chosen, gas } = cheapestThatFits(candidates(model, free), free, maxCode)
    if (chosen) return `placement '${chosen.placement}', ${gas!.toLocaleString('en-US')} gas a call`
  }
  const bytes = weightBytes(model)
  const contracts = Math.ceil(bytes / DATA_CONTRACT_BYTES)
  const gas = contracts * 3300 + Math.ceil(bytes * 0.14)
  return `${bytes.toLocaleString('en-US')} bytes of weights in ${contracts} data contract${contracts > 1 ? 's' : ''} read with account_code, about ${gas.toLocaleString('en-US')} gas a call, which this compiler does not emit; or a pruned or smaller model`
}

/** A contract of 24,576 bytes whose first byte keeps it from being run. */
const DATA_CONTRACT_BYTES = 24_575
