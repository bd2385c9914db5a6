import { type Layer, type LayerModel, predict, readTensor, rng } from '../../../packages/model/src/index.ts'

type Dense = Extract<Layer, { type: 'dense' }>

/** A net of two dense layers, as floats that a gradient can be taken of. */
interface FloatView {
  inputs: number
  hidden: number
  first: ArrayLike<number>
  firstBias: ArrayLike<number>
  /** What one unit of a hidden sum becomes. */
  scale: number[]
  top: number
  second: ArrayLike<number>
}

function floatView(model: LayerModel): FloatView {
  const [one, two] = model.layers as [Dense, Dense]
  if (model.layers.length !== 2 || one.type !== 'dense' || two.type !== 'dense' || !one.requantize)
    throw new Error(`${model.name} is no net of two dense layers`)
  const [hidden, inputs] = one.weights.shape as [number, number]
  const multiplier = readTensor(one.requantize.multiplier)
  const shift = readTensor(one.requantize.shift)
  const at = (values: ArrayLike<number>, i: number) => values[values.length === 1 ? 0 : i] as number
  return {
    inputs,
    hidden,
    first: readTensor(one.weights),
    firstBias: readTensor(one.bias),
    scale: Array.from({ length: hidden }, (_, j) => at(multiplier, j) / 2 ** at(shift, j)),
    top: one.requantize.max,
    second: readTensor(two.weights),
  }
}

/** Gradient of `score[up] - score[down]` by the pixels. Rounding has no slope, so it is left out. */
function gradient(net: FloatView, x: ArrayLike<number>, up: number, down: number): Float64Array {
  const { inputs, hidden, first, firstBias, scale, top, second } = net
  const slope = new Float64Array(inputs)
  for (let j = 0; j < hidden; j++) {
    let sum = firstBias[j] as number
    for (let i = 0; i < inputs; i++) sum += (first[j * inputs + i] as number) * (x[i] as number)
    const value = sum * scale[j]!
    if (value <= 0 || value >= top) continue
    const weight = ((second[up * hidden + j] as number) - (second[down * hidden + j] as number)) * scale[j]!
    for (let i = 0; i < inputs; i++) slope[i]! += weight * (first[j * inputs + i] as number)
  }
  return slope
}

/** Gradient steps that are tried. */
export const STEPS = 20

/**
 * Moves each pixel by at most `bound` until the model's own integers say another label, or `target`.
 *
 * @returns the picture, or undefined when no step got there
 */
export function perturb(
  model: LayerModel,
  picture: Uint8Array,
  bound: number,
  target?: number,
): Uint8Array | undefined {
  const net = floatView(model)
  const { label: from } = predict(model, picture)
  const step = Math.max(1, Math.ceil(bound / 6))
  const x = Float64Array.from(picture)
  for (let round = 0; round < STEPS; round++) {
    const { scores } = predict(model, x)
    const rival = target ?? best(scores, from)
    const slope = gradient(net, x, rival, from)
    for (let i = 0; i < x.length; i++) {
      const moved = x[i]! + step * Math.sign(slope[i]!)
      const low = Math.max(0, picture[i]! - bound)
      const high = Math.min(255, picture[i]! + bound)
      x[i] = Math.min(high, Math.max(low, moved))
    }
    const { label } = predict(model, x)
    if (target === undefined ? label !== from : label === target) return Uint8Array.from(x)
  }
  return undefined
}

/** The same number of tries by chance: each pixel moved by up to `bound`, evenly. */
export function noise(model: LayerModel, picture: Uint8Array, bound: number, seed: number): boolean {
  const random = rng(seed)
  const { label: from } = predict(model, picture)
  for (let round = 0; round < STEPS; round++) {
    const x = picture.map((value) => {
      const moved = value + Math.floor(random() * (2 * bound + 1)) - bound
      return Math.min(255, Math.max(0, moved))
    })
    if (predict(model, x).label !== from) return true
  }
  return false
}

function best(scores: readonly number[], except: number): number {
  let at = except === 0 ? 1 : 0
  for (const [k, score] of scores.entries()) if (k !== except && score > scores[at]!) at = k
  return at
}
