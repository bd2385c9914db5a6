import { quantizeRows } from '../data/quantize-rows.ts'
import { joinRows, type Rows, type Splits } from '../data/rows.ts'
import { accuracy } from '../evaluate/accuracy.ts'
import { useBackend } from '../train/backend.ts'
import type { LayerModel } from '../types.ts'
import type { Recipe, TrainedModel } from './types.ts'

/** Trains on these images and returns the sealed model. */
export type MakeDigits = (images: Rows, seed: number, rows: Provenanced) => Promise<LayerModel>

/** What a maker writes into the file's provenance about the rows it got. */
export interface Provenanced {
  data: string
  rows: number
  seed: number
}

/**
 * A recipe for images of digits. Settings were chosen by the validation rows; the model is then trained on training and
 * validation rows together, and the test rows are looked at once. `validationAccuracy` is of the same settings trained
 * without the validation rows; other seeds than the committed one leave it out, to save time.
 */
export function digitsRecipe(
  about: Pick<Recipe, 'name' | 'description' | 'seconds'>,
  source: { data: string; load: () => Splits },
  make: MakeDigits,
): Recipe {
  return {
    ...about,
    async train({ seed: given, log }): Promise<TrainedModel> {
      await useBackend('wasm')
      const seed = given ?? 1
      const { train, validation, test } = source.load()
      const run = (rows: Rows) => make(rows, seed, { data: source.data, rows: rows.rows, seed })
      const metrics: Record<string, number> = {}
      const measure = (model: LayerModel, rows: Rows) => accuracy(model, quantizeRows(rows, model.input))
      if (given === undefined) {
        metrics.validationAccuracy = measure(await run(train), validation)
        log(`validation ${percent(metrics.validationAccuracy)} of ${validation.rows}`)
      }
      const all = joinRows(train, validation)
      const model = await run(all)
      metrics.accuracy = measure(model, test)
      metrics.trainAccuracy = measure(model, all)
      log(`test ${percent(metrics.accuracy)} of ${test.rows}`)
      return { model, metrics: { ...metrics, trainRows: all.rows, testRows: test.rows } }
    },
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
