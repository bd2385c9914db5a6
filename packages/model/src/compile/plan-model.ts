import { prices } from '@inkling/wasm'
import { packedLength } from '../input/pack-input.ts'
import { checkModel, scoreRange } from '../ranges/check-model.ts'
import type { Model } from '../types.ts'
import { DoesNotFitError, UnsupportedError } from './errors.ts'
import type { Misfit } from './fit.ts'
import { placeWeights } from './place-weights.ts'
import { placementTable } from './placements.ts'
import { countMacs } from './plan/count-macs.ts'
import type { CompileOptions, Plan } from './types.ts'

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
  const { chosen, misfit } = placeWeights(model, options, maxCode)
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
    dataContracts: chosen.program.contracts ?? [],
    program: chosen.program,
  }
}

/** The error, with another placement that fits if there is one, or what would have to become smaller. */
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
    const { chosen, gas } = placeWeights(model, { ...options, placement: undefined }, maxCode)
    if (chosen) return `placement '${chosen.placement}', ${gas!.toLocaleString('en-US')} gas a call`
  }
  const other = model.layers.find((layer) => layer.type !== 'dense')
  const why = other
    ? `: with a layer of type ${other.type} the weights have to be in the code`
    : ': not even with the weights in data contracts does the code fit'
  return `a pruned or smaller model, about ${Math.floor(100 * Math.min(1, share))} % of this one${why}`
}
