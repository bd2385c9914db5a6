import { expect, test } from 'vitest'
import type { Leaves, WalkPlan } from './tree-walk.ts'
import { planWalk } from './tree-walk.ts'

const full = (depth: number, n = 1): Leaves =>
  depth === 0
    ? { leaf: [BigInt(n)] }
    : { feature: n % 7, threshold: n % 200, yes: full(depth - 1, 2 * n), no: full(depth - 1, 2 * n + 1) }

const branches = (plan: WalkPlan): number =>
  'arithmetic' in plan ? 0 : 1 + branches(plan.yes) + branches(plan.no)

test('shallow trees are arithmetic, deep ones branch at the top', () => {
  expect([1, 2, 3, 4].map((depth) => branches(planWalk(full(depth), 'i32', 1)))).toEqual([0, 0, 0, 0])
  const deep = branches(planWalk(full(8), 'i32', 1))
  expect(deep).toBeGreaterThan(2)
  expect(deep).toBeLessThan(64)
})
