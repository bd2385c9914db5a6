import { expect, test } from 'vitest'
import { DatasetError, OverflowError } from '../errors.ts'
import { handTree } from '../fixtures.ts'
import { walkTree } from '../predict-tree.ts'
import { predict } from '../reference/predict.ts'
import { makeBoostedModel } from './make-ensemble-model.ts'
import { trainBoosting } from './train-boosting.ts'

const options = { trees: 30, maxDepth: 2, minLeaf: 1, learningRate: 0.3, seed: 1 }
const x = Array.from({ length: 90 }, (_, i) => [i % 3, Math.floor(i / 3) % 3])
/** Label 1 where the sum is at least 2; one row in ten has the other label, spread over all nine inputs. */
const y = x.map(([a, b], i) => Number(a! + b! >= 2) ^ Number(i % 10 === 0))
const parts = { name: 'differ', input: handTree().input, labels: ['same', 'different'], provenance: {} }

test('one step by hand: gradient 1/2, hessian 1/4 a row, lambda 1', () => {
  const { base, trees } = trainBoosting([[0], [1]], [0, 1], {
    ...options,
    trees: 1,
    learningRate: 1,
  })
  expect(base).toBe(0)
  expect(trees[0]!.nodes).toEqual([
    { feature: 0, threshold: 0.5, left: 1, right: 2 },
    { scores: [-0.5 / 1.25] },
    { scores: [0.5 / 1.25] },
  ])
})

test('each tree lowers the logistic loss of the training rows', () => {
  const { base, trees } = trainBoosting(x, y, options)
  const scores = x.map(() => base)
  const loss = () =>
    scores.reduce((sum, score, row) => sum + Math.log1p(Math.exp(y[row] === 1 ? -score : score)), 0)
  let last = loss()
  for (const tree of trees) {
    for (const [row, values] of x.entries()) scores[row]! += walkTree(tree, values)[0]!
    const now = loss()
    expect(now).toBeLessThanOrEqual(last + 1e-9)
    last = now
  }
  expect(scores.filter((score, row) => Number(score > 0) === y[row]).length).toBe(81)
})

test('quantized scores are off by at most half a unit a tree', () => {
  const boosted = trainBoosting(x, y, options)
  for (const leafScale of [64, 4096]) {
    const model = makeBoostedModel({ ...parts, boosted, leafScale })
    expect(model.provenance.leafScale).toBe(leafScale)
    for (const row of x.slice(0, 9)) {
      const float = boosted.trees.reduce((sum, tree) => sum + walkTree(tree, row)[0]!, boosted.base)
      const [score] = predict(model, row).scores
      expect(Math.abs(score! - float * leafScale)).toBeLessThanOrEqual((boosted.trees.length + 1) / 2)
    }
  }
})

test('a seed draws the rows of each tree, and nothing else', () => {
  const half = { ...options, subsample: 0.5 }
  expect(trainBoosting(x, y, half)).toEqual(trainBoosting(x, y, half))
  expect(trainBoosting(x, y, half)).not.toEqual(trainBoosting(x, y, { ...half, seed: 2 }))
  expect(trainBoosting(x, y, options)).toEqual(trainBoosting(x, y, { ...options, seed: 2 }))
})

test('the order of the rows does not matter when all are used', () => {
  const back = [...x.keys()].reverse()
  const turned = trainBoosting(
    back.map((row) => x[row]!),
    back.map((row) => y[row]!),
    options,
  )
  expect(turned).toEqual(trainBoosting(x, y, options))
})

test('without regularization, and past certainty, leaves stay finite', () => {
  const { trees } = trainBoosting([[0], [1]], [0, 1], { ...options, trees: 400, learningRate: 1, lambda: 0 })
  expect(trees.flatMap((tree) => walkTree(tree, [1])).every(Number.isFinite)).toBe(true)
})

test('refuses rows that cannot be learnt from, and a scale that overflows', () => {
  expect(() => trainBoosting([], [], options)).toThrow(DatasetError)
  expect(() => trainBoosting([[1], [2]], [1, 1], options)).toThrow('every label is 1')
  expect(() => trainBoosting([[1], [2]], [0, 2], options)).toThrow('label of row 1 is 2')
  const boosted = trainBoosting(x, y, options)
  expect(() => makeBoostedModel({ ...parts, boosted, leafScale: 2 ** 30 })).toThrow(OverflowError)
})
