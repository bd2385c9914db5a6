import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadMnist14 } from '../../../../packages/model/src/data/index.ts'
import { loadModel, predict, quantizeInput } from '../../../../packages/model/src/index.ts'
import report from '../../../data/report.json' with { type: 'json' }

/** A held-out digit as the report's digit net sees it, and what it says. */
export interface Sample {
  side: number
  /** 0 to 1, row by row. */
  pixels: number[]
  label: string
  scores: number[]
}

/** The first held-out seven that the net reads as one: a person sees at once whether it is right. */
const WANTED = 7

export function findSample(): Sample {
  const file = `../../../../packages/model/models/${report.figures.models.digits.name}.model.json`
  const model = loadModel(readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8'))
  const { x, y, length, rows } = loadMnist14().test
  const top = model.input.max[0]!
  for (let r = 0; r < rows; r++) {
    if (y[r] !== WANTED) continue
    const values = quantizeInput(model.input, x.subarray(r * length, (r + 1) * length), 'clamp')
    const { label, scores } = predict(model, values)
    if (label !== WANTED) continue
    return {
      side: Math.sqrt(length),
      pixels: [...values].map((value) => value / top),
      label: model.output.labels[label]!,
      scores: [...scores],
    }
  }
  throw new Error('no held-out digit is read correctly')
}
