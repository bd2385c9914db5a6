import { expect, test } from 'vitest'
import { picker } from '../../test/random-model.ts'
import { trainTree } from '../train-tree.ts'
import { makeColumns } from './bins.ts'
import { gini } from './gini.ts'
import { growTree } from './grow-tree.ts'

test.each([1, 2, 3, 4])(
  'grows the same tree as trainTree, which counts each split anew (data %i)',
  (seed) => {
    const pick = picker(seed)
    const x = Array.from({ length: 150 }, () => [pick(0, 3), pick(-9, 9) / 4, pick(0, 60)])
    const y = x.map(([a, b, c]) => Number(a! + b! > 2) + Number(c! > 40 && pick(0, 3) > 0))
    const options = { maxDepth: 5, minLeaf: seed }
    const rows = Uint32Array.from(y.keys())
    expect(growTree(makeColumns(x), rows, gini(y, 3), options)).toEqual(
      trainTree(x, y, { ...options, labels: 3 }),
    )
  },
)

test('tries further features when the drawn ones do not split', () => {
  const x = [
    [5, 0],
    [5, 1],
  ]
  const tryFeatures = () => ({ order: [0, 1], enough: 1 })
  const tree = growTree(makeColumns(x), Uint32Array.of(0, 1), gini([0, 1], 2), {
    maxDepth: 1,
    minLeaf: 1,
    tryFeatures,
  })
  expect(tree.nodes[0]).toEqual({ feature: 1, threshold: 0.5, left: 1, right: 2 })
})
