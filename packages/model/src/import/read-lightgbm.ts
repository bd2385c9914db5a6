import type { ForeignBoosting, ForeignNode } from './boosted-trees.ts'
import { parseJson, type Reader, readerOf } from './reader.ts'

const file = {
  name: 'LightGBM model',
  remedy: "Write it with json.dump(booster.dump_model(), open('model.json', 'w')).",
}

/**
 * A classifier of LightGBM as JSON, format of `dump_model`: objectives binary, multiclass and multiclassova, numerical
 * splits. Checked with LightGBM 4.7.0.
 *
 * A split sends x <= threshold left, in doubles. Leaf values hold the learning rate and the base already.
 *
 * @throws ImportError with the path of the first field that can't be imported.
 */
export function readLightgbm(source: unknown): ForeignBoosting {
  const read: Reader = readerOf(file)
  const top = read.object(parseJson(source, file), 'the file')
  const objective = read.text(top.objective, 'objective').split(' ')[0]!
  read.need(
    ['binary', 'multiclass', 'multiclassova'].includes(objective),
    'objective',
    `is '${objective}'. Classifiers can be imported: binary, multiclass, multiclassova`,
  )
  // A forest (boosting rf) gives the mean of its trees.
  read.need(top.average_output !== true, 'average_output', 'is true: boosting type rf cannot be imported')
  const scores = read.whole(top.num_tree_per_iteration, 'num_tree_per_iteration', 1, 256)
  const features = read
    .list(top.feature_names, 'feature_names')
    .map((name, i) => read.text(name, `feature_names[${i}]`))
  const trees = read.list(top.tree_info, 'tree_info')
  read.need(features.length > 0, 'feature_names', 'is empty')
  read.need(trees.length > 0, 'tree_info', 'is empty')
  return {
    file,
    method: `LightGBM (dump ${String(top.version)}), ${objective}`,
    features,
    classes: Array.from({ length: scores === 1 ? 2 : scores }, (_, k) => String(k)),
    comparison: { rule: '<=', precision: 'double' },
    trees: trees.map((tree, i) => {
      const path = `tree_info[${i}].tree_structure`
      const nodes: ForeignNode[] = []
      visit(read.object(tree, `tree_info[${i}]`).tree_structure, path, nodes, features.length, read)
      return { nodes, score: i % scores }
    }),
    base: Array.from({ length: scores }, () => 0),
  }
}

/** Depth first, so that children come after their parent. Returns the node's number. */
function visit(value: unknown, path: string, nodes: ForeignNode[], features: number, read: Reader): number {
  const node = read.object(value, path)
  const at = nodes.length
  if (node.left_child === undefined) {
    const [leaf] = read.numbers([node.leaf_value], `${path}.leaf_value`)
    return nodes.push({ value: leaf! }) - 1
  }
  read.need(
    node.decision_type === '<=',
    `${path}.decision_type`,
    `is '${node.decision_type}'. Encode categories as numbers before training`,
  )
  read.need(
    node.missing_type !== 'Zero',
    `${path}.missing_type`,
    'is Zero: with zero_as_missing a 0 takes another path than its value says',
  )
  const [threshold] = read.numbers([node.threshold], `${path}.threshold`)
  const feature = read.whole(node.split_feature, `${path}.split_feature`, 0, features - 1)
  read.need(nodes.length < 65_536, path, 'has more than 65,536 nodes')
  nodes.push({ value: 0 })
  const left = visit(node.left_child, `${path}.left_child`, nodes, features, read)
  const right = visit(node.right_child, `${path}.right_child`, nodes, features, read)
  nodes[at] = { feature, threshold: threshold!, left, right }
  return at
}
