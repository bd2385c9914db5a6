import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DatasetError } from './errors.ts'
import { walkTree } from './predict-tree.ts'
import { trainTree } from './train-tree.ts'
import { isSplit } from './types.ts'

const options = { maxDepth: 4, minLeaf: 1, labels: 2 }

test('finds the one question that separates the labels', () => {
  const x = [
    [0, 5],
    [1, 5],
    [0, 5],
    [1, 5],
  ]
  expect(trainTree(x, [0, 1, 0, 1], options).nodes).toEqual([
    { feature: 0, threshold: 0.5, left: 1, right: 2 },
    { scores: [2, 0] },
    { scores: [0, 2] },
  ])
})

test('needs two questions for an AND, and stops where nothing is gained', () => {
  const x = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [1, 1],
  ]
  const tree = trainTree(x, [0, 0, 0, 1, 1], options)
  expect(tree.nodes.filter(isSplit)).toHaveLength(2)
  expect(x.map((row) => walkTree(tree, row).indexOf(Math.max(...walkTree(tree, row))))).toEqual([
    0, 0, 0, 1, 1,
  ])
  expect(trainTree(x, [1, 1, 1, 1, 1], options).nodes).toEqual([{ scores: [0, 5] }])
})

test('two equally good features: the first one', () => {
  expect(
    trainTree(
      [
        [0, 0],
        [1, 1],
      ],
      [0, 1],
      options,
    ).nodes[0],
  ).toMatchObject({ feature: 0 })
})

test('keeps to depth and leaf size, counts every row once, and gives the same tree twice', () => {
  const rows = fc.array(
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 0, max: 2 }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 6 }),
      (data, maxDepth, minLeaf) => {
        const x = data.map(([row]) => row)
        const y = data.map(([, label]) => label)
        const settings = { maxDepth, minLeaf, labels: 3 }
        const tree = trainTree(x, y, settings)
        const leaves = tree.nodes.flatMap((node) =>
          isSplit(node) ? [] : [node.scores.reduce((sum, n) => sum + n, 0)],
        )
        expect(leaves.reduce((sum, n) => sum + n, 0)).toBe(data.length)
        if (leaves.length > 1) expect(Math.min(...leaves)).toBeGreaterThanOrEqual(minLeaf)
        const depth = (at: number): number => {
          const node = tree.nodes[at]!
          return isSplit(node) ? 1 + Math.max(depth(node.left), depth(node.right)) : 0
        }
        expect(depth(0)).toBeLessThanOrEqual(maxDepth)
        expect(trainTree(x, y, settings)).toEqual(tree)
        // Each row is counted in the leaf it reaches.
        for (const [i, row] of x.entries()) expect(walkTree(tree, row)[y[i]!]).toBeGreaterThan(0)
      },
    ),
  )
})

test('refuses a set that cannot be learnt from', () => {
  expect(() => trainTree([], [], options)).toThrow(DatasetError)
  expect(() => trainTree([[0]], [], options)).toThrow('1 rows but 0 labels')
  expect(() => trainTree([[0], [0, 1]], [0, 1], options)).toThrow('row 1 has 2 values')
  expect(() => trainTree([[Number.NaN]], [0], options)).toThrow('not a number')
  expect(() => trainTree([[0]], [2], options)).toThrow('expected 0 to 1')
})
