/**
 * The float half of the lab, given: logistic regression in floating point, trained once and kept in
 * `data/weights.json`, so that nobody has to wait for it. `npm run lab -- run labs/03-fixed-point/train.ts --train`
 * trains again and writes the same numbers.
 */
import { makeFolds, parseCsv } from '@inkling/model'

/** Accuracy is the mean of these folds, always the same ones. */
export const FOLDS = { count: 5, seed: 2026 }

/** One score: bias plus weight times value, over the values as they stand in the data. */
export interface FloatWeights {
  weights: number[]
  bias: number
}

/** Weights learned from all rows, and from the training part of each fold. */
export interface Trained {
  all: FloatWeights
  folds: FloatWeights[]
}

/** What `data/weights.json` holds, by table. */
export type Weights = Record<'anes96' | 'breast-cancer', Trained>

/** The score of one row, in floating point. Above 0 it says label 1. */
export function floatScore({ weights, bias }: FloatWeights, row: number[]): number {
  return weights.reduce((sum, w, i) => sum + w * row[i]!, bias)
}

/** The curve from a score to a probability. */
export function floatSigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score))
}

/** Trains on all rows and on each fold. The `cpu` backend gives the same bits on every machine tried. */
export async function train(
  csv: string,
  settings: { epochs: number; learningRate: number },
): Promise<Trained> {
  const { trainLogistic, useBackend } = await import('@inkling/model/train')
  await useBackend('cpu')
  const { x, y } = parseCsv(csv)
  const trainOn = async (rows: number[]): Promise<FloatWeights> => {
    const net = await trainLogistic(
      rows.map((row) => x[row]!),
      rows.map((row) => y[row]!),
      { labels: 2, weightDecay: 0.01, batchSize: 32, seed: 1, ...settings },
    )
    const { weights, bias } = net.layers[0]!
    // Seven digits are all that a 32-bit float has.
    return {
      weights: Array.from(weights, (w) => Number(w.toPrecision(7))),
      bias: Number(bias[0]!.toPrecision(7)),
    }
  }
  const folds: FloatWeights[] = []
  for (const fold of makeFolds(x.length, FOLDS.count, FOLDS.seed)) folds.push(await trainOn(fold.train))
  return { all: await trainOn(x.map((_, row) => row)), folds }
}

/** `data/weights.json`: the settings that each table was trained with. */
export const SETTINGS = {
  anes96: { epochs: 40, learningRate: 0.01 },
  'breast-cancer': { epochs: 60, learningRate: 0.01 },
} as const
