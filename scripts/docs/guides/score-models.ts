import type { ModelFigures } from '../../bench/inference/bench-model.ts'

/** What a score needs to know of a model. */
export type ScoredModel = Pick<
  ModelFigures,
  'name' | 'accuracy' | 'accuracyMean' | 'callGasCached' | 'callGasUncached'
>

/** What a model is scored by; gas of a call as another contract pays it. */
export interface Scored {
  model: ScoredModel
  accuracy: number
  /** Answers in a thousand that are wrong. */
  errors: number
  cached: number
  uncached: number
  scoreCached: number
  scoreUncached: number
}

const accuracyOf = (model: ScoredModel) => model.accuracyMean ?? model.accuracy ?? 0
/** Answers in a thousand that are wrong. */
export const errorsOf = (model: ScoredModel) => (1 - accuracyOf(model)) * 1000

/** Within a task: 100 for the one that is best at everything. Geometric means, so that twice the gas weighs as twice the errors. */
export function scoreModels(models: readonly ScoredModel[]): Scored[] {
  const fewest = Math.min(...models.map(errorsOf))
  const leastCached = Math.min(...models.map((model) => model.callGasCached))
  const leastUncached = Math.min(...models.map((model) => model.callGasUncached))
  return models
    .map((model): Scored => {
      const errors = errorsOf(model)
      const right = errors === fewest ? 1 : fewest / errors
      const scoreOf = (least: number, gas: number) => 100 * Math.sqrt(right * (least / gas))
      return {
        model,
        accuracy: accuracyOf(model),
        errors,
        cached: model.callGasCached,
        uncached: model.callGasUncached,
        scoreCached: scoreOf(leastCached, model.callGasCached),
        scoreUncached: scoreOf(leastUncached, model.callGasUncached),
      }
    })
    .sort((a, b) => b.scoreCached - a.scoreCached || a.cached - b.cached)
}
