import { expect, test } from 'vitest'
import { picker, randomRow, randomTree } from '../../test/random-model.ts'
import { walkTree } from '../predict-tree.ts'
import { reachableLeaves } from '../ranges/tree-range.ts'
import { simplifyTree } from './simplify-tree.ts'

const leaf = (score: number) => ({ scores: [score] })

test('equal leaves and undecidable splits go', () => {
  const tree = {
    nodes: [
      { feature: 0, threshold: 1, left: 1, right: 4 },
      // x0 <= 1 here, so this is always the left side.
      { feature: 0, threshold: 1, left: 2, right: 3 },
      leaf(5),
      leaf(6),
      { feature: 1, threshold: 0, left: 5, right: 6 },
      leaf(7),
      leaf(7),
    ],
  }
  expect(simplifyTree(tree, { min: [0, 0], max: [2, 2] })).toEqual({
    nodes: [{ feature: 0, threshold: 1, left: 1, right: 2 }, leaf(5), leaf(7)],
  })
  expect(simplifyTree(tree, { min: [2, 0], max: [2, 2] })).toEqual({ nodes: [leaf(7)] })
})

test('random trees say the same with fewer nodes, all of which are reached', () => {
  const pick = picker(4)
  const input = { min: [-9, -9, -9], max: [9, 200, 9] }
  let smaller = 0
  for (let n = 0; n < 50; n++) {
    const tree = randomTree(pick, 3, 6, () => [pick(0, 2)])
    const simple = simplifyTree(tree, input)
    smaller += Number(simple.nodes.length < tree.nodes.length)
    expect(reachableLeaves(simple, input)).toHaveLength((simple.nodes.length + 1) / 2)
    for (let i = 0; i < 100; i++) {
      const row = randomRow(pick, input as never)
      expect(walkTree(simple, row)).toEqual(walkTree(tree, row))
    }
  }
  expect(smaller).toBeGreaterThan(25)
})
