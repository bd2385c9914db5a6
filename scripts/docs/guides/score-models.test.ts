import { expect, test } from 'vitest'
import { type ScoredModel, scoreModels } from './score-models.ts'

const model = (name: string, accuracy: number, cached: number, uncached: number): ScoredModel => ({
  name,
  accuracy,
  callGasCached: cached,
  callGasUncached: uncached,
})
const scores = (...models: ScoredModel[]) =>
  Object.fromEntries(
    scoreModels(models).map((one) => [one.model.name, [one.scoreCached, one.scoreUncached].map(Math.round)]),
  )

test('the best at everything has 100', () => {
  expect(scores(model('best', 0.99, 400, 9_000), model('other', 0.98, 500, 10_000)).best).toEqual([100, 100])
})

test('twice the errors weigh as twice the gas', () => {
  const { wrong, dear } = scores(
    model('best', 0.99, 400, 9_000),
    model('wrong', 0.98, 400, 9_000),
    model('dear', 0.99, 800, 18_000),
  )
  expect(wrong).toEqual([71, 71])
  expect(dear).toEqual(wrong)
})

test('models without an error differ by gas alone', () => {
  expect(scores(model('a', 1, 100, 400), model('b', 1, 400, 400))).toEqual({ a: [100, 100], b: [50, 100] })
})

test('the mean of several seeds counts where there is one; the list begins with the best in the cache', () => {
  const lucky = { ...model('lucky', 0.999, 400, 9_000), accuracyMean: 0.98 }
  expect(scoreModels([lucky, model('even', 0.99, 400, 9_000)]).map((one) => one.model.name)).toEqual([
    'even',
    'lucky',
  ])
})
