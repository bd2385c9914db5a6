import { readTensor } from '../tensor/tensor.ts'
import type { Model } from '../types.ts'
import { CONTEXT, type Context, SYMBOLS } from './alphabet.ts'
import { NamesError } from './errors.ts'
import { OCTAVE, OCTAVES, weightOf } from './weights-table.ts'

/** A names model ready to run: one row of the first layer's table a letter and position. */
export interface FoldedNames {
  hidden: number
  /** [3 * 27, hidden]. */
  table: Int32Array
  /** [hidden]. */
  bias: Int32Array
  /** [27, hidden]. */
  weights: Int32Array
  /** [27]. */
  outputBias: Int32Array
  max: number
}

/**
 * Reads a model file of letters: 81 inputs of which three are 1, a ReLU layer that keeps its sums, a layer of 27
 * scores, and the table that makes weights of them.
 *
 * @throws NamesError for a model of another shape.
 */
export function foldNames(model: Model): FoldedNames {
  if (model.kind !== 'mlp') throw new NamesError(`model ${model.name} is a ${model.kind}, not an mlp`)
  const [first, second, table] = model.layers
  if (
    model.layers.length !== 3 ||
    first?.type !== 'dense' ||
    second?.type !== 'dense' ||
    table?.type !== 'table' ||
    model.input.length !== CONTEXT * SYMBOLS ||
    second.weights.shape[0] !== SYMBOLS
  )
    throw new NamesError(`model ${model.name} has other layers than a model of letters`)
  const { requantize } = first
  if (!requantize || readTensor(requantize.multiplier)[0] !== 2 || readTensor(requantize.shift)[0] !== 1)
    throw new NamesError(`model ${model.name} scales its hidden sums`)
  const values = Array.from(readTensor(table.values))
  if (values.length !== OCTAVES + 1 || values.some((value, i) => value !== OCTAVE * 2 ** i))
    throw new NamesError(`model ${model.name} makes weights in another way`)
  const hidden = first.weights.shape[0]!
  const columns = readTensor(first.weights)
  const inputs = CONTEXT * SYMBOLS
  return {
    hidden,
    table: Int32Array.from(
      { length: inputs * hidden },
      (_, k) => columns[(k % hidden) * inputs + Math.floor(k / hidden)]!,
    ),
    bias: Int32Array.from(readTensor(first.bias)),
    weights: Int32Array.from(readTensor(second.weights)),
    outputBias: Int32Array.from(readTensor(second.bias)),
    max: requantize.max,
  }
}

/** Hidden values of a context, before clamping. */
export function hiddenSums(net: FoldedNames, context: ArrayLike<number>): Int32Array {
  const sums = net.bias.slice()
  for (let p = 0; p < CONTEXT; p++) {
    const row = (p * SYMBOLS + context[p]!) * net.hidden
    for (let j = 0; j < net.hidden; j++) sums[j]! += net.table[row + j]!
  }
  return sums
}

/** The 27 scores of a context, in units of which 512 double a weight; not clamped. */
export function scoresOf(net: FoldedNames, context: ArrayLike<number>): Int32Array {
  const hidden = hiddenSums(net, context).map((sum) => Math.min(Math.max(sum, 0), net.max))
  const scores = net.outputBias.slice()
  for (let k = 0; k < SYMBOLS; k++)
    for (let j = 0; j < net.hidden; j++) scores[k]! += net.weights[k * net.hidden + j]! * hidden[j]!
  return scores
}

/** The 27 weights of what comes after a context. */
export function weightsOf(net: FoldedNames, context: ArrayLike<number>): number[] {
  return Array.from(scoresOf(net, context), weightOf)
}

/** Every context that a name can get to: nothing stands before the start, and no end within. */
export function allContexts(): Context[] {
  const contexts: Context[] = []
  for (let a = 0; a < SYMBOLS; a++)
    for (let b = a === 0 ? 0 : 1; b < SYMBOLS; b++)
      for (let c = b === 0 ? 0 : 1; c < SYMBOLS; c++) contexts.push([a, b, c])
  return contexts
}
