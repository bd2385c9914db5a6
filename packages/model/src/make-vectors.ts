import { packInput } from './input/pack-input.ts'
import { predict } from './reference/predict.ts'
import { rng } from './rng.ts'
import type { Model, Vectors } from './types.ts'
import { saturatingRows } from './vectors/saturating-rows.ts'

/** At least so many rows are random, however many the input's corners take. */
const MIN_RANDOM = 100

/**
 * Test vectors of a model (inference specification, rule 9): all-min, all-max, each feature alone at its maximum and
 * alone at its minimum, saturating rows, then seeded random rows up to `count`, and at least 100 of them.
 */
export function makeVectors(model: Model, options: { count: number; seed: number }): Vectors {
  const { length, min, max } = model.input
  const rows = [[...min], [...max]]
  for (let i = 0; i < length; i++) {
    rows.push(min.map((value, j) => (i === j ? max[j]! : value)))
    rows.push(max.map((value, j) => (i === j ? min[j]! : value)))
  }
  rows.push(...saturatingRows(model))
  const count = Math.max(options.count, rows.length + MIN_RANDOM)
  const random = rng(options.seed)
  while (rows.length < count) rows.push(min.map((low, i) => low + Math.floor(random() * (max[i]! - low + 1))))
  const results = rows.map((row) => predict(model, row))
  return {
    model: model.sha256,
    input: rows.map((row) => packInput(model, row)),
    scores: results.map((result) => result.scores),
    label: results.map((result) => result.label),
  }
}

/** JSON text of vectors, one row of numbers a line, so that diffs stay readable. */
export function formatVectors(vectors: Vectors): string {
  const lines = (items: unknown[]) =>
    `[\n    ${items.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`
  return `{\n  "model": "${vectors.model}",\n  "input": ${lines(vectors.input)},\n  "scores": ${lines(vectors.scores)},\n  "label": ${JSON.stringify(vectors.label)}\n}\n`
}
