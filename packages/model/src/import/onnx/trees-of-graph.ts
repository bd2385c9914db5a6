import type { ForeignBoosting, ForeignNode } from '../boosted-trees.ts'
import { numbersOf, read, textOf } from './attributes.ts'
import { type OnnxGraph, type OnnxNode, onnxFile } from './read-onnx.ts'

/** The tree ensemble of a graph, or undefined where it has none. */
export const treeNodeOf = (graph: OnnxGraph): OnnxNode | undefined =>
  graph.nodes.find(({ type }) => type === 'TreeEnsembleClassifier')

/**
 * A TreeEnsembleClassifier (domain ai.onnx.ml) as boosted trees: forests and single trees as well, their leaves hold
 * shares. Splits compare single-precision floats.
 *
 * Two classes may come with one score. It stands for the second class, above 0.5 where all leaves are positive and no
 * logistic follows, else above 0: the rule of ONNX Runtime.
 *
 * @throws ImportError naming the attribute.
 */
export function treesOfGraph(graph: OnnxGraph, node: OnnxNode): ForeignBoosting {
  const first = graph.nodes.find(({ inputs }) => inputs.includes(graph.input.name))
  read.need(first === node, node.path, 'does not read the input of the graph: preprocessing is not supported')
  const modes = new Set(namesOf(node, 'nodes_modes'))
  const mode =
    modes
      .difference(new Set(['LEAF']))
      .values()
      .next().value ?? 'BRANCH_LEQ'
  const rule = ({ BRANCH_LEQ: '<=', BRANCH_LT: '<' } as const)[mode]
  if (rule === undefined || modes.size > 2)
    return read.fail(
      `${node.path} nodes_modes`,
      `are ${[...modes].join(', ')}: BRANCH_LEQ or BRANCH_LT are supported`,
    )
  const classes = classesOf(node)
  const owners = numbersOf(node, 'class_ids', [])
  const weights = numbersOf(node, 'class_weights', [])
  const single = classes.length === 2 && new Set(owners).size <= 1
  const scores = single ? 1 : classes.length
  const given = numbersOf(node, 'base_values', [])
  const base = given.length === 0 ? new Array(scores).fill(0) : given
  read.need(base.length === scores, `${node.path} base_values`, `are ${base.length} for ${scores} scores`)
  const logistic = textOf(node, 'post_transform', 'NONE') === 'LOGISTIC'
  const half = single && !logistic && weights.every((weight) => weight >= 0)
  const features = Math.max(...numbersOf(node, 'nodes_featureids', [])) + 1
  const count = graph.input.shape[0] ?? features
  return {
    file: onnxFile,
    method: `ONNX of ${graph.producer}, TreeEnsembleClassifier`,
    features: Array.from({ length: count }, (_, i) => `x${i}`),
    classes,
    comparison: { rule, precision: 'single' },
    trees: treesOf(node, leavesOf(node, owners, weights, scores, single), count),
    base: half ? base.map((value) => value - 0.5) : base,
  }
}

function namesOf(node: OnnxNode, name: string): string[] {
  const value = node.attributes.get(name)
  const ok = Array.isArray(value) && value.every((item) => typeof item === 'string')
  return ok ? (value as string[]) : read.fail(`${node.path} ${name}`, 'is no list of text')
}

function classesOf(node: OnnxNode): string[] {
  const names = node.attributes.has('classlabels_strings') ? namesOf(node, 'classlabels_strings') : []
  const classes = names.length > 0 ? names : numbersOf(node, 'classlabels_int64s', []).map(String)
  read.need(classes.length >= 2, `${node.path} classlabels_int64s`, 'needs at least two classes')
  return classes
}

const keyOf = (tree: number, node: number) => `${tree}/${node}`

/** Values of each leaf, one a score, by tree and node. */
function leavesOf(
  node: OnnxNode,
  owners: number[],
  weights: number[],
  scores: number,
  single: boolean,
): Map<string, number[]> {
  const trees = numbersOf(node, 'class_treeids', [])
  const ids = numbersOf(node, 'class_nodeids', [])
  const same = [trees, ids, owners].every((list) => list.length === weights.length)
  read.need(
    same,
    `${node.path} class_weights`,
    'are not as many as class_treeids, class_nodeids and class_ids',
  )
  const leaves = new Map<string, number[]>()
  for (const [i, weight] of weights.entries()) {
    const key = keyOf(trees[i]!, ids[i]!)
    const values = leaves.get(key) ?? new Array<number>(scores).fill(0)
    const score = single ? 0 : read.whole(owners[i], `${node.path} class_ids[${i}]`, 0, scores - 1)
    values[score]! += weight
    leaves.set(key, values)
  }
  return leaves
}

function treesOf(node: OnnxNode, leaves: Map<string, number[]>, features: number) {
  const owner = numbersOf(node, 'nodes_treeids', [])
  const id = numbersOf(node, 'nodes_nodeids', [])
  const modes = namesOf(node, 'nodes_modes')
  const lists = ['nodes_featureids', 'nodes_values', 'nodes_truenodeids', 'nodes_falsenodeids'] as const
  const [feature, threshold, yes, no] = lists.map((name) => numbersOf(node, name, [])) as [
    number[],
    number[],
    number[],
    number[],
  ]
  for (const list of [id, modes, feature, threshold, yes, no])
    read.need(
      list.length === owner.length && list.length > 0,
      node.path,
      'has node lists of different lengths',
    )
  const index = new Map(owner.map((tree, i) => [keyOf(tree, id[i]!), i]))
  const roots = [...new Set(owner)].map(
    (tree) => index.get(keyOf(tree, 0)) ?? read.fail(node.path, `has a tree ${tree} without a node 0`),
  )
  return roots.map((start) => {
    const tree = owner[start]!
    const nodes: ForeignNode[] = []
    // Depth first, so that children come after their parent; a node visited twice is in no tree.
    const seen = new Set<number>()
    const visit = (nodeId: number): number => {
      const i = index.get(keyOf(tree, nodeId))
      if (i === undefined || seen.has(i))
        return read.fail(node.path, `tree ${tree} has no node ${nodeId}, or reaches it twice`)
      seen.add(i)
      const at = nodes.length
      if (modes[i] === 'LEAF') {
        const value = leaves.get(keyOf(tree, nodeId))
        return (
          nodes.push({ value: value ?? read.fail(node.path, `tree ${tree} leaf ${nodeId} has no weight`) }) -
          1
        )
      }
      nodes.push({ value: 0 })
      const left = visit(yes[i]!)
      const right = visit(no[i]!)
      const asked = read.whole(feature[i], `${node.path} nodes_featureids[${i}]`, 0, features - 1)
      nodes[at] = { feature: asked, threshold: threshold[i]!, left, right }
      return at
    }
    visit(0)
    return { nodes, score: 0 }
  })
}
