import { argmax } from '../argmax.ts'
import { makeModel } from '../format/make-model.ts'
import { quantizeTree } from '../quantize-tree.ts'
import {
  type EnsembleModel,
  type FloatTree,
  isSplit,
  type LabelRule,
  type ModelInput,
  type Provenance,
} from '../types.ts'
import { simplifyTree } from './simplify-tree.ts'
import type { Boosted } from './train-boosting.ts'

interface Parts {
  name: string
  input: ModelInput
  labels: string[]
  provenance: Provenance
}

/** The trees were trained on the integers the model takes, so a threshold needs rounding down and nothing else. */
const AS_IT_IS = { num: 1, den: 1 }

/**
 * A forest as a model file. Each leaf's label counts become integers in one of two ways:
 * `votes`, one vote for the leaf's most frequent label, so that the scores are numbers of trees; or
 * `shares`, each label's share of the leaf's rows times `shareScale`, so that sure leaves weigh more.
 *
 * With `rule: 'sign'`, for two labels only, a leaf is one number, the second label's minus the first's: the same labels
 * from half the numbers, ties included.
 *
 * @param trees from `trainForest` on quantized rows: leaves are counts.
 * @throws what `makeModel` throws.
 */
export function makeForestModel(
  parts: Parts & { trees: FloatTree[]; leaves: 'votes' | 'shares'; shareScale?: number; rule?: LabelRule },
): EnsembleModel {
  const { trees, leaves, shareScale = 255, rule = 'argmax', ...rest } = parts
  const quantizeLeaf = (counts: number[]) => {
    const winner = argmax(counts)
    if (leaves === 'votes') return counts.map((_, label) => Number(label === winner))
    const rows = counts.reduce((sum, count) => sum + count, 0)
    return counts.map((count) => Math.round((count / rows) * shareScale))
  }
  if (rule === 'argmax')
    return makeEnsemble('forest', rest, rule, trees, quantizeLeaf, new Array(parts.labels.length).fill(0))
  const difference = (counts: number[]) => {
    const [first, second] = quantizeLeaf(counts) as [number, number]
    return [second - first]
  }
  return makeEnsemble('forest', rest, rule, trees, difference, [0])
}

/**
 * Boosted trees as a model file: rule `sign`, one score, in units of `1 / leafScale` log odds. Every leaf and the base
 * are rounded once; with n trees the score is off by at most (n + 1) / 2 of its unit.
 *
 * @param boosted from `trainBoosting` on quantized rows.
 * @throws what `makeModel` throws; OverflowError asks for a smaller `leafScale`.
 */
export function makeBoostedModel(parts: Parts & { boosted: Boosted; leafScale?: number }): EnsembleModel {
  const { boosted, leafScale = 4096, ...rest } = parts
  const quantize = (value: number) => Math.round(value * leafScale) + 0
  const withScale = { ...rest, provenance: { ...rest.provenance, leafScale } }
  const leaf = (values: number[]) => values.map(quantize)
  return makeEnsemble('gbdt', withScale, 'sign', boosted.trees, leaf, [quantize(boosted.base)])
}

function makeEnsemble(
  kind: 'forest' | 'gbdt',
  parts: Parts,
  rule: LabelRule,
  trees: FloatTree[],
  leaf: (scores: number[]) => number[],
  base: number[],
): EnsembleModel {
  return makeModel({
    kind,
    name: parts.name,
    input: parts.input,
    trees: trees.map((tree) => {
      const nodes = quantizeTree(tree, AS_IT_IS).nodes
      // Different counts often become the same vote: fewer nodes, same answers.
      return simplifyTree(
        { nodes: nodes.map((node) => (isSplit(node) ? node : { scores: leaf(node.scores) })) },
        parts.input,
      )
    }),
    base,
    output: rule === 'sign' ? { labels: parts.labels, rule } : { labels: parts.labels },
    provenance: parts.provenance,
  })
}
