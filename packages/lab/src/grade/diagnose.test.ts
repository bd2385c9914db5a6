import { expect, test } from 'vitest'
import type { Check, CheckContext } from '../types.ts'
import { expectEqual } from './compare.ts'
import { candidates, diagnose, observeCases, type Signatures } from './diagnose.ts'

const signatures: Signatures = {
  schema: 'lab-signatures/1',
  seed: 7,
  wrong: [
    {
      name: '01-truncate',
      says: 'truncation toward zero',
      checks: [
        {
          id: '5.2/row',
          cases: [
            [4, '-8'],
            [9, '-1'],
          ],
        },
      ],
    },
    { name: '02-one-case', says: 'nothing', checks: [{ id: '5.2/row', cases: [[3, '5']] }] },
    {
      name: '03-floor',
      says: 'rounding down',
      checks: [
        {
          id: '5.2/row',
          cases: [
            [4, '-8'],
            [9, '-2'],
          ],
        },
      ],
    },
  ],
}

test('the same values on several cases name the wrong answer', () => {
  expect(
    diagnose(signatures, '5.2/row', [
      [4, '-8'],
      [9, '-1'],
    ])?.says,
  ).toBe('truncation toward zero')
})

test('silence: one case alone, another value, another check, two that look the same', () => {
  expect(diagnose(signatures, '5.2/row', [[3, '5']])).toBeUndefined()
  expect(diagnose(signatures, '5.2/row', [[4, '-8']])).toBeUndefined()
  expect(
    diagnose(signatures, '5.2/row', [
      [4, '-8'],
      [9, '0'],
    ]),
  ).toBeUndefined()
  expect(
    diagnose(signatures, '5.3/net', [
      [4, '-8'],
      [9, '-1'],
    ]),
  ).toBeUndefined()
  const twins: Signatures = {
    ...signatures,
    wrong: [signatures.wrong[0]!, { ...signatures.wrong[0]!, name: '04-twin' }],
  }
  expect(
    diagnose(twins, '5.2/row', [
      [4, '-8'],
      [9, '-1'],
    ]),
  ).toBeUndefined()
})

test('a failure is looked at again only where it begins like a wrong answer', () => {
  expect(candidates(signatures, '5.2/row', [4, '-8']).map((wrong) => wrong.name)).toEqual([
    '01-truncate',
    '03-floor',
  ])
  expect(candidates(signatures, '5.2/row', [5, '-8'])).toEqual([])
})

test('cases are run one by one, and stop when there are enough', async () => {
  const ran: number[] = []
  const check: Check = {
    id: '1.1/x',
    task: '1.1',
    name: 'even numbers are halved',
    async run(ctx) {
      const i = ctx.onlyCase as number
      ran.push(i)
      ctx.metric('ink.x', 1, 'ink')
      expectEqual(Math.floor(i / 2), i / 2, { case: i, cases: 9 })
    },
  }
  const context = () => ({ metric: () => expect.unreachable() }) as unknown as CheckContext
  expect(await observeCases(check, context, [0, 1, 2, 3, 4, 5, 6], 2)).toEqual([
    [1, '0'],
    [3, '1'],
  ])
  expect(ran).toEqual([0, 1, 2, 3])
})
