import { isRecord } from '../format/check.ts'
import { ImportError } from './errors.ts'

/** One tree as parallel lists, a number each node; children of a leaf are -1. */
export interface SklearnTree {
  left: number[]
  right: number[]
  feature: number[]
  threshold: number[]
  value: number[][]
  score?: number
}

export interface SklearnLayer {
  /** [output][input] */
  weights: number[][]
  bias: number[]
}

/** Format `inkling-sklearn/1`, as `scripts/oracle/sklearn_export.py` documents it. */
export interface SklearnExport {
  format: 'inkling-sklearn/1'
  sklearn: string
  estimator: string
  features: string[]
  classes: string[]
  trees?: SklearnTree[]
  learningRate?: number
  init?: number[]
  layers?: SklearnLayer[]
}

/**
 * Checks an export: lists of the right lengths, finite numbers. What becomes of it `makeModel` checks again.
 *
 * @param source JSON text, or a value already parsed.
 * @throws ImportError with the path of the first bad field.
 */
export function readSklearn(source: string | unknown): SklearnExport {
  const value = typeof source === 'string' ? parse(source) : source
  need(isRecord(value), 'the file', 'is not a JSON object')
  need(value.format === 'inkling-sklearn/1', 'format', "is not 'inkling-sklearn/1'")
  for (const field of ['sklearn', 'estimator']) need(typeof value[field] === 'string', field, 'is missing')
  for (const field of ['features', 'classes']) {
    const names = value[field]
    need(
      Array.isArray(names) && names.every((name) => typeof name === 'string'),
      field,
      'is no list of names',
    )
  }
  const { features, classes, trees, layers } = value as unknown as SklearnExport
  need(features.length > 0, 'features', 'is empty')
  need(classes.length >= 2, 'classes', 'needs at least two')
  need((trees === undefined) !== (layers === undefined), 'the file', 'needs either trees or layers')
  const scores = classes.length === 2 ? 1 : classes.length
  const boosting = value.learningRate !== undefined
  if (boosting) {
    numbers([value.learningRate], 'learningRate', 1)
    numbers(value.init, 'init', scores)
  }
  if (trees !== undefined) {
    need(Array.isArray(trees) && trees.length > 0, 'trees', 'is empty')
    for (const [i, tree] of trees.entries())
      checkTree(tree, `trees[${i}]`, boosting ? 1 : classes.length, boosting ? scores : 0)
  } else checkLayers(layers, features.length, scores)
  return value as unknown as SklearnExport
}

function checkTree(value: unknown, path: string, width: number, scores: number): void {
  need(isRecord(value), path, 'is no tree')
  const tree = value as unknown as SklearnTree
  need(Array.isArray(tree.left) && tree.left.length > 0, `${path}.left`, 'is empty')
  const count = tree.left.length
  for (const field of ['left', 'right', 'feature', 'threshold'] as const)
    numbers(tree[field], `${path}.${field}`, count)
  need(Array.isArray(tree.value) && tree.value.length === count, `${path}.value`, `needs ${count} nodes`)
  for (const [i, leaf] of tree.value.entries()) numbers(leaf, `${path}.value[${i}]`, width)
  if (scores > 0)
    need(
      Number.isInteger(tree.score) && tree.score! >= 0 && tree.score! < scores,
      `${path}.score`,
      `is not from 0 to ${scores - 1}`,
    )
}

function checkLayers(layers: unknown, inputs: number, scores: number): void {
  need(Array.isArray(layers) && layers.length > 0, 'layers', 'is empty')
  let width = inputs
  for (const [i, layer] of (layers as unknown[]).entries()) {
    const path = `layers[${i}]`
    need(isRecord(layer) && Array.isArray(layer.bias), `${path}.bias`, 'is missing')
    numbers(layer.bias, `${path}.bias`)
    const { weights, bias } = layer as unknown as SklearnLayer
    need(
      Array.isArray(weights) && weights.length === bias.length && weights.length > 0,
      `${path}.weights`,
      `needs ${bias.length} rows`,
    )
    for (const [o, row] of weights.entries()) numbers(row, `${path}.weights[${o}]`, width)
    width = bias.length
  }
  need(width === scores, 'layers', `give ${width} scores, ${scores} are needed for the classes`)
}

function numbers(value: unknown, path: string, length?: number): void {
  need(
    Array.isArray(value) && (length === undefined || value.length === length),
    path,
    `needs ${length ?? 'a list of'} numbers`,
  )
  for (const [i, item] of (value as unknown[]).entries())
    need(Number.isFinite(item), `${path}[${i}]`, `is ${item}, not a finite number`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ImportError('the file', `is not JSON (${(error as Error).message})`)
  }
}

function need(ok: boolean, path: string, problem: string): asserts ok {
  if (!ok) throw new ImportError(path, problem)
}
