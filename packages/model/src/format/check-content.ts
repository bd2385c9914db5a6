import type { Model } from '../types.ts'
import { integers, isRecord, need, record, show, strings } from './check.ts'
import { checkInput } from './check-input.ts'
import { checkLayers } from './check-layers.ts'
import { checkTrees } from './check-trees.ts'

/** Fields that only some kinds have. */
const PARTS = {
  tree: ['trees'],
  forest: ['trees', 'base'],
  gbdt: ['trees', 'base'],
  linear: ['layers'],
  mlp: ['layers'],
  cnn: ['layers'],
} as const

/** Checks every field of a model file but the hash itself. Throws ModelFormatError at the first bad one. */
export function checkContent(value: unknown): Model {
  need(isRecord(value), 'the file', 'is not a JSON object')
  need(value.format === 'inkling-model/1', 'format', `is ${show(value.format)}, this reads 'inkling-model/1'`)
  const kind = value.kind as keyof typeof PARTS
  need(
    typeof kind === 'string' && Object.hasOwn(PARTS, kind),
    'kind',
    `is ${show(kind)}; known kinds are ${Object.keys(PARTS).join(', ')}`,
  )
  const model = record(
    value,
    'the file',
    ['format', 'kind', 'name', 'input', ...PARTS[kind], 'output', 'provenance'],
    ['sha256'],
  )
  need(typeof model.name === 'string' && model.name !== '', 'name', 'is missing')
  const inputs = checkInput(model.input)
  const scores = checkOutput(model.output)
  need(isRecord(model.provenance), 'provenance', 'is missing')
  for (const [key, item] of Object.entries(model.provenance))
    need(
      typeof item === 'string' || Number.isSafeInteger(item),
      `provenance.${key}`,
      'is neither text nor an integer',
    )
  if (kind === 'linear' || kind === 'mlp' || kind === 'cnn') checkLayers(model.layers, kind, inputs, scores)
  else {
    checkTrees(model.trees, inputs, scores)
    if (kind === 'tree')
      need((model.trees as unknown[]).length === 1, 'trees', 'needs exactly one tree for kind tree')
    else integers(model.base, 'base', scores)
  }
  return model as unknown as Model
}

/** Checks `output` and returns how many scores the model gives. */
function checkOutput(value: unknown): number {
  const output = record(value, 'output', ['labels'], ['rule'])
  const labels = strings(output.labels, 'output.labels')
  need(labels.length >= 2, 'output.labels', 'needs at least two names')
  const { rule } = output
  need(
    rule === undefined || rule === 'argmax' || rule === 'sign',
    'output.rule',
    `is ${show(rule)}, not 'argmax' or 'sign'`,
  )
  if (rule !== 'sign') return labels.length
  need(labels.length === 2, 'output.labels', 'needs exactly two names for rule sign')
  return 1
}
