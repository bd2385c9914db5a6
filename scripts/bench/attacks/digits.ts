import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadMnist14 } from '../../../packages/model/src/data/index.ts'
import { type LayerModel, loadModel, predict } from '../../../packages/model/src/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { noise, perturb } from './perturb.ts'

export interface DigitFigures {
  model: string
  /** Held-out digits that the net reads right, and how many were looked at for that. */
  digits: number
  of: number
  steps: number
  bounds: BoundFigures[]
  /** The first digit that turned at `PICTURED`, as the net's own pixels: hex, 14x14. */
  example: { truth: number; read: number; bound: number; before: string; after: string }
}

export interface BoundFigures {
  /** A pixel moves by at most that, of 255. */
  bound: number
  /** Shares of the digits that were read right before. */
  misread: number
  misreadByNoise: number
  /** Digits other than 9 that became a 9. */
  toNine: number
}

export const BOUNDS = [4, 8, 16, 32, 64]
/** The bound of the page's picture. */
const PICTURED = 16

/** Lab 5's net of 14x14 pixels, the one that reads checks. */
export function digitsModel(): LayerModel {
  const file = join(root, 'labs', '05-int8-mlp', 'data', 'model-14x14.json')
  return loadModel(readFileSync(file, 'utf8')) as LayerModel
}

/** Turns the first `count` held-out digits, by the gradient and by chance. */
export function digitFigures(count = 1_000, bounds: readonly number[] = BOUNDS): DigitFigures {
  const model = digitsModel()
  const { test } = loadMnist14()
  const pictures = Array.from({ length: count }, (_, i) => ({
    x: test.x.slice(i * test.length, (i + 1) * test.length),
    truth: test.y[i] as number,
  })).filter(({ x, truth }) => predict(model, x).label === truth)
  const others = pictures.filter(({ truth }) => truth !== 9)
  const share = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 10_000
  let example: DigitFigures['example'] | undefined
  const figures = bounds.map((bound) => {
    let misread = 0
    for (const { x, truth } of pictures) {
      const after = perturb(model, x, bound)
      if (!after) continue
      misread++
      if (bound === PICTURED)
        example ??= { truth, read: predict(model, after).label, bound, before: hex(x), after: hex(after) }
    }
    return {
      bound,
      misread: share(misread, pictures.length),
      misreadByNoise: share(
        pictures.filter(({ x }, i) => noise(model, x, bound, 1_000 + i)).length,
        pictures.length,
      ),
      toNine: share(others.filter(({ x }) => perturb(model, x, bound, 9)).length, others.length),
    }
  })
  if (!example) throw new Error('no digit could be turned: the attack is broken')
  return { model: model.name, digits: pictures.length, of: count, steps: 20, bounds: figures, example }
}

const hex = (x: Uint8Array) => Buffer.from(x).toString('hex')
