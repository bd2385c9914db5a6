import { expect, test } from 'vitest'
import { DatasetError } from '../errors.ts'
import { handTree } from '../fixtures.ts'
import { walkTree } from '../predict-tree.ts'
import { predict } from '../reference/predict.ts'
import { isSplit } from '../types.ts'
import { makeForestModel } from './make-ensemble-model.ts'
import { trainForest } from './train-forest.ts'

const options = { labels: 2, trees: 12, maxDepth: 4, minLeaf: 2, seed: 1 }

/** Two integer features from 0 to 2; label 1 where their sum is above 2. */
const x = Array.from({ length: 90 }, (_, i) => [i % 3, Math.floor(i / 3) % 3])
const y = x.map(([a, b]) => Number(a! + b! > 2))

test('the same seed gives the same forest, another seed another one', () => {
  expect(trainForest(x, y, options)).toEqual(trainForest(x, y, options))
  expect(trainForest(x, y, options)).not.toEqual(trainForest(x, y, { ...options, seed: 2 }))
})

test('trees differ, stay within their depth, and their leaves count the rows that were drawn', () => {
  const forest = trainForest(x, y, options)
  expect(new Set(forest.map((tree) => JSON.stringify(tree))).size).toBeGreaterThan(1)
  for (const tree of forest) {
    const leaves = tree.nodes.filter((node) => !isSplit(node)) as { scores: number[] }[]
    expect(leaves.flatMap((leaf) => leaf.scores).reduce((a, b) => a + b)).toBe(90)
    for (const leaf of leaves) expect(leaf.scores[0]! + leaf.scores[1]!).toBeGreaterThanOrEqual(2)
    const depth = (at: number): number => {
      const node = tree.nodes[at]!
      return isSplit(node) ? 1 + Math.max(depth(node.left), depth(node.right)) : 0
    }
    expect(depth(0)).toBeLessThanOrEqual(4)
  }
})

test('the model: votes, shares, and one score give what the float trees say', () => {
  const trees = trainForest(x, y, options)
  const parts = { name: 'sum', input: handTree().input, labels: ['low', 'high'], provenance: {}, trees }
  const votes = makeForestModel({ ...parts, leaves: 'votes' })
  const shares = makeForestModel({ ...parts, leaves: 'shares', shareScale: 1000 })
  const sign = makeForestModel({ ...parts, leaves: 'votes', rule: 'sign' })
  expect(votes.base).toEqual([0, 0])
  for (const row of x.slice(0, 9)) {
    const leaves = trees.map((tree) => walkTree(tree, row) as [number, number])
    const high = leaves.filter(([a, b]) => b > a).length
    expect(predict(votes, row).scores).toEqual([12 - high, high])
    expect(predict(sign, row)).toEqual({ scores: [high - (12 - high)], label: predict(votes, row).label })
    const share = leaves.reduce((sum, [a, b]) => sum + Math.round((1000 * b) / (a + b)), 0)
    expect(predict(shares, row).scores[1]).toBe(share)
  }
})

test('refuses rows that cannot be learnt from', () => {
  expect(() => trainForest([], [], options)).toThrow(DatasetError)
  expect(() => trainForest([[1], [Number.NaN]], [0, 1], options)).toThrow('row 1')
  expect(() => trainForest([[1], [2]], [0, 2], options)).toThrow('label of row 1 is 2')
})

test('no threshold moves when it is rounded down: rows were integers', () => {
  const trees = trainForest(x, y, options)
  const parts = { name: 'sum', input: handTree().input, labels: ['low', 'high'], provenance: {} }
  const model = makeForestModel({ ...parts, trees, leaves: 'votes' })
  for (const row of x.slice(0, 9))
    for (const [i, tree] of trees.entries()) {
      const [a, b] = walkTree(tree, row) as [number, number]
      expect(walkTree(model.trees[i]!, row)).toEqual(b > a ? [0, 1] : [1, 0])
    }
})
