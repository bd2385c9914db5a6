import type { FitOptions } from './fit.ts'
import type { FloatMlp } from './float-mlp.ts'
import { oneHot } from './rows.ts'
import { columnStatistics, foldStandardization, standardize } from './standardize.ts'
import { trainMlp } from './train-mlp.ts'

export interface LogisticOptions extends FitOptions {
  labels: number
  weightDecay?: number
}

/**
 * Logistic regression on rows as they are: columns are standardized for training, and the standardization is folded
 * into the result, a net of one layer. Two labels share one score (label 1 above 0), more have one each.
 *
 * @throws DatasetError, TrainingError.
 */
export async function trainLogistic(x: number[][], y: number[], options: LogisticOptions): Promise<FloatMlp> {
  const { labels, ...settings } = options
  const statistics = columnStatistics(x)
  const checked = oneHot(y, labels)
  const targets = labels === 2 ? Float32Array.from(y) : checked
  const net = await trainMlp(
    { rows: x.length, x: standardize(x, statistics), targets },
    { ...settings, layers: [x[0]!.length, labels === 2 ? 1 : labels] },
  )
  return foldStandardization(net, statistics)
}
