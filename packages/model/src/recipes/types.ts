import type { Model } from '../types.ts'

export interface TrainedModel {
  model: Model
  /**
   * What was measured while training, for people and for the committed `models/NAME.metrics.json`:
   * accuracies as shares from 0 to 1, losses, counts.
   */
  metrics: Record<string, number>
}

export interface RecipeContext {
  /** Replaces the recipe's own seed. Committed models are made without it. */
  seed?: number
  /** One line of progress. */
  log(line: string): void
}

/**
 * How a committed model is made, from committed data to the sealed model file. Deterministic: the same seed gives the
 * same file, hash included. `scripts/train-all.ts` runs every recipe and writes the model and its vectors.
 */
export interface Recipe {
  /** File name without `.model.json`, and `name` of the model. */
  name: string
  /** One sentence: data, kind, size. */
  description: string
  /** About how long training took when it was written, in seconds: `npm test` retrains only the quickest. */
  seconds: number
  train(context: RecipeContext): Promise<TrainedModel>
}
