import type { ForeignBoosting, ForeignNode } from './boosted-trees.ts'
import { parseJson, type Reader, readerOf } from './reader.ts'

const file = { name: 'XGBoost model', remedy: "Write it with booster.save_model('model.json')." }

/**
 * A classifier of XGBoost as JSON, format of `save_model`: binary:logistic, multi:softmax or
 * multi:softprob with the booster gbtree, numerical splits. Checked with XGBoost 3.2.0.
 *
 * A split sends x < threshold left, in single precision. `default_left` is not looked at: an integer is never missing.
 *
 * @throws ImportError with the path of the first field that can't be imported.
 */
export function readXgboost(source: unknown): ForeignBoosting {
  const read: Reader = readerOf(file)
  const top = read.object(parseJson(source, file), 'the file')
  const learner = read.object(top.learner, 'learner')
  const parameters = read.object(learner.learner_model_param, 'learner.learner_model_param')
  const objective = read.text(
    read.object(learner.objective, 'learner.objective').name,
    'learner.objective.name',
  )
  const binary = objective === 'binary:logistic'
  read.need(
    binary || ['multi:softmax', 'multi:softprob'].includes(objective),
    'learner.objective.name',
    `is '${objective}'. Classifiers can be imported: binary:logistic, multi:softmax, multi:softprob`,
  )
  const booster = read.object(learner.gradient_booster, 'learner.gradient_booster')
  read.need(
    booster.name === 'gbtree',
    'learner.gradient_booster.name',
    `is '${booster.name}', only gbtree can be imported`,
  )
  const path = 'learner.learner_model_param'
  const featureCount = read.whole(parameters.num_feature, `${path}.num_feature`, 1, 65_536)
  const classes = binary ? 2 : read.whole(parameters.num_class, `${path}.num_class`, 2, 256)
  const scores = binary ? 1 : classes
  const model = read.object(booster.model, 'learner.gradient_booster.model')
  const at = 'learner.gradient_booster.model'
  const trees = read.list(model.trees, `${at}.trees`)
  const owners = read.numbers(model.tree_info, `${at}.tree_info`, trees.length)
  read.need(trees.length > 0, `${at}.trees`, 'is empty')
  const version = Array.isArray(top.version) ? top.version.join('.') : 'of unknown version'
  return {
    file,
    method: `XGBoost ${version}, ${objective}`,
    features: names(learner.feature_names, featureCount, read),
    classes: Array.from({ length: classes }, (_, k) => String(k)),
    comparison: { rule: '<', precision: 'single' },
    trees: trees.map((tree, i) => ({
      nodes: nodesOf(read.object(tree, `${at}.trees[${i}]`), `${at}.trees[${i}]`, featureCount, read),
      score: read.whole(owners[i], `${at}.tree_info[${i}]`, 0, scores - 1),
    })),
    base: baseOf(read.text(parameters.base_score, `${path}.base_score`), scores, objective, read),
  }
}

function names(given: unknown, count: number, read: Reader): string[] {
  const list = given === undefined ? [] : read.list(given, 'learner.feature_names')
  if (list.length === 0) return Array.from({ length: count }, (_, i) => `f${i}`)
  read.need(list.length === count, 'learner.feature_names', `are ${list.length} of ${count}`)
  return list.map((name, i) => read.text(name, `learner.feature_names[${i}]`))
}

/** `base_score` is one number or a list of them, as text; of logistic objectives a probability. */
function baseOf(text: string, scores: number, objective: string, read: Reader): number[] {
  const path = 'learner.learner_model_param.base_score'
  const given = text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map(Number)
  read.need(given.every(Number.isFinite), path, `is '${text}', not numbers`)
  read.need(
    given.length === 1 || given.length === scores,
    path,
    `has ${given.length} numbers for ${scores} scores`,
  )
  return Array.from({ length: scores }, (_, k) => {
    const base = given[given.length === 1 ? 0 : k]!
    if (objective !== 'binary:logistic') return base
    read.need(base > 0 && base < 1, path, `is ${base}, not a probability between 0 and 1`)
    return Math.log(base / (1 - base))
  })
}

function nodesOf(tree: Record<string, unknown>, path: string, features: number, read: Reader): ForeignNode[] {
  const left = read.numbers(tree.left_children, `${path}.left_children`)
  const count = left.length
  read.need(count > 0, `${path}.left_children`, 'is empty')
  const right = read.numbers(tree.right_children, `${path}.right_children`, count)
  const feature = read.numbers(tree.split_indices, `${path}.split_indices`, count)
  const value = read.numbers(tree.split_conditions, `${path}.split_conditions`, count)
  const kinds = tree.split_type === undefined ? [] : read.numbers(tree.split_type, `${path}.split_type`)
  read.need(
    kinds.every((kind) => kind === 0),
    `${path}.split_type`,
    'has categorical splits. Encode categories as numbers before training',
  )
  return left.map((child, i) =>
    child === -1
      ? { value: value[i]! }
      : {
          feature: read.whole(feature[i], `${path}.split_indices[${i}]`, 0, features - 1),
          threshold: value[i]!,
          left: read.whole(child, `${path}.left_children[${i}]`, i + 1, count - 1),
          right: read.whole(right[i], `${path}.right_children[${i}]`, i + 1, count - 1),
        },
  )
}
