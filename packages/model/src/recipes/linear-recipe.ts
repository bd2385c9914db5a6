import { type LabeledTable, loadTable, type TableName } from '../data/load-table.ts'
import { accuracy } from '../evaluate/accuracy.ts'
import { makeFolds } from '../folds.ts'
import { quantizeInput } from '../input/quantize-input.ts'
import { columnInput } from '../quantize/column-input.ts'
import { quantizeLinear } from '../quantize/quantize-linear.ts'
import { useBackend } from '../train/backend.ts'
import { type LogisticOptions, trainLogistic } from '../train/train-logistic.ts'
import type { LayerModel } from '../types.ts'
import type { Recipe } from './types.ts'

/** Accuracy is the mean over these folds, always the same ones. */
const FOLDS = { count: 5, seed: 2026 }

export interface LinearSettings {
  table: TableName
  epochs: number
  learningRate: number
  weightDecay: number
  sigmoid?: boolean
}

/**
 * A recipe for logistic regression with int8 weights on one of the small tables: accuracy as the mean of five
 * folds, ranges and weights from the other four each time, then the model from all rows. On the `cpu` backend,
 * whose bits are the same on every machine tried.
 */
export function linearRecipe(
  about: Pick<Recipe, 'name' | 'description' | 'seconds'>,
  settings: LinearSettings,
): Recipe {
  const make = async (table: LabeledTable, rows: number[], seed: number): Promise<LayerModel> => {
    const { epochs, learningRate, weightDecay, sigmoid } = settings
    const x = rows.map((row) => table.x[row]!)
    const y = rows.map((row) => table.y[row]!)
    const options: LogisticOptions = {
      labels: table.labels.length,
      epochs,
      learningRate,
      weightDecay,
      seed,
      batchSize: 32,
    }
    return quantizeLinear(await trainLogistic(x, y, options), {
      name: about.name,
      input: columnInput(table.features, x),
      labels: table.labels,
      sigmoid,
      provenance: {
        data: `packages/model/data/${settings.table}.csv`,
        rows: rows.length,
        method: 'logistic regression, weights int8 after training',
        epochs,
        seed,
      },
    })
  }
  return {
    ...about,
    async train({ seed = 1, log }) {
      await useBackend('cpu')
      const table = loadTable(settings.table)
      let sum = 0
      for (const fold of makeFolds(table.x.length, FOLDS.count, FOLDS.seed)) {
        const model = await make(table, fold.train, seed)
        sum += accuracy(model, integers(model, table, fold.test)) / FOLDS.count
      }
      const all = table.x.map((_, row) => row)
      const model = await make(table, all, seed)
      const trainAccuracy = accuracy(model, integers(model, table, all))
      log(`${about.name}: ${(sum * 100).toFixed(2)} % on rows left out, mean of ${FOLDS.count} folds`)
      return { model, metrics: { accuracy: sum, folds: FOLDS.count, rows: all.length, trainAccuracy } }
    },
  }
}

/** Rows as the model takes them; what lies past its ranges is clamped, as an application would. */
function integers(model: LayerModel, table: LabeledTable, rows: number[]) {
  return {
    x: rows.map((row) => quantizeInput(model.input, table.x[row]!, 'clamp')),
    y: rows.map((row) => table.y[row]!),
  }
}
