import { ModelFormatError, ModelHashError } from './errors.ts'
import { hashModel } from './hash.ts'
import { isSplit, type Tree, type TreeModel } from './types.ts'

const INT32_MAX = 2 ** 31 - 1
const PACKINGS = { u8: [0, 255], i8: [-128, 127], u4: [0, 15] } as const

/**
 * Reads a model file, checks every field and the hash, and returns it typed.
 *
 * @param source JSON text, or a value already parsed.
 * @throws ModelFormatError with the path of the first bad field; ModelHashError when content and hash disagree.
 */
export function loadModel(source: string | unknown): TreeModel {
  const model = typeof source === 'string' ? parse(source) : source
  if (!isRecord(model)) throw new ModelFormatError('the file', 'is not a JSON object')
  need(model.format === 'inkling-model/1', 'format', `is ${show(model.format)}, this reads 'inkling-model/1'`)
  need(model.kind === 'tree', 'kind', `is ${show(model.kind)}, this version reads 'tree'`)
  need(typeof model.name === 'string' && model.name !== '', 'name', 'is missing')
  checkInput(model.input)
  const labels = isRecord(model.output) ? model.output.labels : undefined
  need(isStrings(labels) && labels.length >= 2, 'output.labels', 'needs at least two names')
  need(isRecord(model.provenance), 'provenance', 'is missing')
  for (const [key, value] of Object.entries(model.provenance as object)) {
    need(
      typeof value === 'string' || Number.isSafeInteger(value),
      `provenance.${key}`,
      'is neither text nor an integer',
    )
  }
  const trees = model.trees
  need(Array.isArray(trees) && trees.length === 1, 'trees', 'needs exactly one tree for kind tree')
  checkTree((trees as unknown[])[0], 'trees[0]', model as unknown as TreeModel)
  need(
    typeof model.sha256 === 'string' && /^[0-9a-f]{64}$/.test(model.sha256),
    'sha256',
    'is not 64 hex digits',
  )
  const actual = hashModel(model)
  if (actual !== model.sha256) throw new ModelHashError(model.sha256 as string, actual)
  return model as unknown as TreeModel
}

function checkInput(input: unknown): void {
  if (!isRecord(input)) throw new ModelFormatError('input', 'is missing')
  const length = input.length as number
  need(
    Number.isSafeInteger(length) && length > 0 && length <= 65_536,
    'input.length',
    'is not from 1 to 65,536',
  )
  const packing = String(input.packing)
  const range = Object.hasOwn(PACKINGS, packing) ? PACKINGS[packing as keyof typeof PACKINGS] : undefined
  need(range !== undefined, 'input.packing', "is not 'u8', 'i8' or 'u4'")
  need(
    isStrings(input.features) && input.features.length === length,
    'input.features',
    `needs ${length} names`,
  )
  for (const field of ['min', 'max'] as const) {
    const values = input[field]
    need(Array.isArray(values) && values.length === length, `input.${field}`, `needs ${length} numbers`)
    for (const [i, value] of (values as unknown[]).entries()) {
      const ok =
        Number.isSafeInteger(value) && (value as number) >= range![0] && (value as number) <= range![1]
      need(ok, `input.${field}[${i}]`, `is ${show(value)}, outside ${show(input.packing)}`)
    }
  }
  const { min, max } = input as { min: number[]; max: number[] }
  for (let i = 0; i < length; i++) need(min[i]! <= max[i]!, `input.min[${i}]`, 'is above input.max')
  const scale = input.scale
  const positive = (n: unknown) => Number.isSafeInteger(n) && (n as number) > 0
  need(
    isRecord(scale) && positive(scale.num) && positive(scale.den),
    'input.scale',
    'is not {num, den} of positive integers',
  )
}

/** Children must come after their parent and have one parent each: so every walk ends. */
function checkTree(value: unknown, path: string, model: TreeModel): void {
  const nodes = isRecord(value) ? value.nodes : undefined
  if (!Array.isArray(nodes) || nodes.length === 0) throw new ModelFormatError(`${path}.nodes`, 'is empty')
  const seen = new Uint8Array(nodes.length)
  seen[0] = 1
  for (const [i, node] of (nodes as Tree['nodes']).entries()) {
    const at = `${path}.nodes[${i}]`
    need(isRecord(node), at, 'is not a node')
    need(seen[i] === 1, at, 'has no parent')
    if (isSplit(node)) {
      need(
        Number.isSafeInteger(node.feature) && node.feature >= 0 && node.feature < model.input.length,
        `${at}.feature`,
        `is ${show(node.feature)}`,
      )
      need(isInt32(node.threshold), `${at}.threshold`, `is ${show(node.threshold)}, not an int32`)
      for (const side of ['left', 'right'] as const) {
        const child = node[side]
        need(
          Number.isSafeInteger(child) && child > i && child < nodes.length,
          `${at}.${side}`,
          `is ${show(child)}, not a later node`,
        )
        need(seen[child] === 0, `${at}.${side}`, `is ${child}, which has another parent`)
        seen[child] = 1
      }
    } else {
      const scores: unknown = node.scores
      need(
        Array.isArray(scores) && scores.length === model.output.labels.length,
        `${at}.scores`,
        'needs one score a label',
      )
      for (const [j, score] of (scores as unknown[]).entries())
        need(isInt32(score), `${at}.scores[${j}]`, `is ${show(score)}, not an int32`)
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ModelFormatError('the file', `is not JSON (${(error as Error).message})`)
  }
}

function need(ok: boolean, path: string, problem: string): void {
  if (!ok) throw new ModelFormatError(path, problem)
}

function isInt32(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= -INT32_MAX - 1 && (value as number) <= INT32_MAX
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'missing'
}
