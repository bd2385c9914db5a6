import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anInput } from '../../test/random-model.ts'
import { predict } from '../reference/predict.ts'
import type { ModelInput } from '../types.ts'
import { ImportError } from './errors.ts'
import { importLightgbm, importXgboost } from './import-boosting.ts'
import { readLightgbm } from './read-lightgbm.ts'
import { readXgboost } from './read-xgboost.ts'

/** Written by `scripts/oracle/boosting_golden.py`. */
interface Golden {
  library: 'xgboost' | 'lightgbm'
  // biome-ignore lint/suspicious/noExplicitAny: the library's own file, and broken ones
  model: any
  scale: number
  input: number[][]
  scores: (number | number[])[]
  label: number[]
}

const folder = new URL('../../test/golden/boosting/', import.meta.url)
const golden = (name: string): Golden => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))
const importers = { xgboost: importXgboost, lightgbm: importLightgbm }

function inputOf({ scale, input }: Golden): ModelInput {
  const length = input[0]!.length
  return { ...anInput(length, 'u8', 0, Math.max(...input.flat())), scale: { num: scale, den: 1 } }
}

test('both libraries, two classes and three', () => {
  expect(names.toSorted()).toEqual(['lightgbm', 'lightgbm-3', 'xgboost', 'xgboost-3'])
})

test.each(names.flatMap((name) => [2 ** 20, 4096].map((leafScale) => [name, leafScale] as const)))(
  '%s at leaf scale %i: raw scores within their rounding, labels of all rows equal',
  (name, leafScale) => {
    const file = golden(name)
    const model = importers[file.library](file.model, { name, input: inputOf(file), leafScale })
    expect(file.input.length).toBeGreaterThanOrEqual(1000)
    const perScore = model.trees.length / model.base.length
    // Each leaf, and the base, is off by half a unit at most; XGBoost adds in single precision.
    const bound = (perScore + 1) / 2 + 1e-5 * leafScale
    let tooClose = 0
    for (const [i, row] of file.input.entries()) {
      const want = [file.scores[i]!].flat().map((score) => score * leafScale)
      const { scores, label } = predict(model, row)
      for (const [k, score] of scores.entries()) expect(Math.abs(score - want[k]!)).toBeLessThanOrEqual(bound)
      const [best, next] = (want.length === 1 ? [Math.abs(want[0]!), 0] : want.toSorted((a, b) => b - a)) as [
        number,
        number,
      ]
      if (best - next > 2 * bound) expect(label).toBe(file.label[i])
      else tooClose++
    }
    expect(tooClose).toBeLessThanOrEqual(file.input.length / 50)
  },
)

test('a single-precision threshold that doubles would decide otherwise', () => {
  // 0.7 as a single is below 0.7: the row 0.7, a single as well, is not below its threshold and goes right.
  const model = structuredClone(golden('xgboost-3').model)
  const tree = model.learner.gradient_booster.model.trees[0]
  Object.assign(tree, {
    left_children: [1, -1, -1],
    right_children: [2, -1, -1],
    split_indices: [0, 0, 0],
    split_conditions: [Math.fround(0.7), 100, -100],
    split_type: [0, 0, 0],
  })
  const imported = importXgboost(model, { name: 't', input: inputOf(golden('xgboost-3')) })
  expect(imported.trees[0]!.nodes[0]).toMatchObject({ feature: 0, threshold: 69 })
})

// biome-ignore lint/suspicious/noExplicitAny: broken files have any shape
const broken: [string, string, (file: any) => void][] = [
  ['xgboost', 'learner', (f) => delete f.learner],
  ['xgboost', 'learner.objective.name', (f) => (f.learner.objective.name = 'reg:squarederror')],
  ['xgboost', 'learner.gradient_booster.name', (f) => (f.learner.gradient_booster.name = 'dart')],
  [
    'xgboost',
    'learner.learner_model_param.num_feature',
    (f) => (f.learner.learner_model_param.num_feature = '-1'),
  ],
  [
    'xgboost',
    'learner.learner_model_param.base_score',
    (f) => (f.learner.learner_model_param.base_score = 'x'),
  ],
  [
    'xgboost',
    'learner.learner_model_param.base_score',
    (f) => (f.learner.learner_model_param.base_score = '2E0'),
  ],
  ['xgboost', 'learner.feature_names', (f) => f.learner.feature_names.pop()],
  ['xgboost', 'learner.gradient_booster.model.trees', (f) => (f.learner.gradient_booster.model.trees = {})],
  [
    'xgboost',
    'learner.gradient_booster.model.tree_info',
    (f) => f.learner.gradient_booster.model.tree_info.pop(),
  ],
  [
    'xgboost',
    'learner.gradient_booster.model.trees[0].split_type',
    (f) => (f.learner.gradient_booster.model.trees[0].split_type[0] = 1),
  ],
  [
    'xgboost',
    'learner.gradient_booster.model.trees[1].left_children[0]',
    (f) => (f.learner.gradient_booster.model.trees[1].left_children[0] = 0),
  ],
  [
    'xgboost',
    'learner.gradient_booster.model.trees[1].split_conditions[2]',
    (f) => (f.learner.gradient_booster.model.trees[1].split_conditions[2] = null),
  ],
  ['lightgbm', 'objective', (f) => (f.objective = 'regression')],
  ['lightgbm', 'average_output', (f) => (f.average_output = true)],
  ['lightgbm', 'tree_info', (f) => (f.tree_info = [])],
  [
    'lightgbm',
    'tree_info[0].tree_structure.decision_type',
    (f) => (f.tree_info[0].tree_structure.decision_type = '=='),
  ],
  [
    'lightgbm',
    'tree_info[0].tree_structure.missing_type',
    (f) => (f.tree_info[0].tree_structure.missing_type = 'Zero'),
  ],
  [
    'lightgbm',
    'tree_info[0].tree_structure.split_feature',
    (f) => (f.tree_info[0].tree_structure.split_feature = 99),
  ],
  ['lightgbm', 'tree_info[3].tree_structure', (f) => (f.tree_info[3].tree_structure = 5)],
]

test.each(broken)('%s: names the bad field %s', (name, path, damage) => {
  const file = golden(name)
  damage(file.model)
  const attempt = () => importers[file.library](file.model, { name, input: inputOf(file) })
  expect(attempt).toThrow(ImportError)
  expect(attempt).toThrow(`model: ${path} `)
})

test('text that is no JSON, other files, inputs and labels that do not fit', () => {
  const file = golden('xgboost')
  const input = inputOf(file)
  expect(() => readXgboost('{')).toThrow('is not JSON')
  expect(() => readXgboost('[]')).toThrow("booster.save_model('model.json')")
  expect(() => readLightgbm(file.model)).toThrow('LightGBM model: objective is missing')
  expect(() => importXgboost(file.model, { name: 'x', input, labels: ['a'] })).toThrow('classes')
  expect(() => importXgboost(file.model, { name: 'x', input: anInput(2, 'u8', 0, 2) })).toThrow('features')
})
