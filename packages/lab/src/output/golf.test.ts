import { expect, test } from 'vitest'
import { historyLine, markLines, spendingTable } from './golf.ts'
import type { Style } from './style.ts'

const style: Style = { colour: false, plain: true, width: 80, ascii: true }

test('four marks beside yours, on one scale', () => {
  const marks = { yours: 990_000, best: 640_000, par: 900_000, budget: 1_200_000, naive: 2_400_000 }
  expect(markLines(marks).join('\n')).toMatchInlineSnapshot(`
    "      yours     990,000  ############
          best      640,000  #######
          par       900,000  ###########
          budget  1,200,000  ##############
          naive   2,400,000  ############################"
  `)
  expect(markLines({ yours: 5, par: 0, budget: 5 })[4]).toBe('      naive           -  not measured')
})

test('who spends what, beside another: the largest difference first, and the sums', () => {
  const mine = {
    functions: [
      { name: 'lab05_core::dense', ink: 900_000 },
      { name: 'user_entrypoint', ink: 70_000 },
    ],
    hostCalls: { storage_load_bytes32: 20_000 },
  }
  const other = {
    functions: [
      { name: 'lab05_core::dense', ink: 500_000 },
      { name: 'user_entrypoint', ink: 70_000 },
    ],
  }
  expect(spendingTable(mine, other, 'reference', style).join('\n')).toMatchInlineSnapshot(`
    "ink by function                                  yours    reference   difference
    lab05_core::dense                              900,000      500,000     +400,000
    host call storage_load_bytes32                  20,000            0      +20,000
    user_entrypoint                                 70,000       70,000            0
    together                                       990,000      570,000     +420,000"
  `)
})

test('history, oldest first', () => {
  expect(historyLine([1_310_002, 1_204_551], style)).toEqual(['      last 2   1,310,002  1,204,551'])
  expect(historyLine([], style)).toEqual([])
})
