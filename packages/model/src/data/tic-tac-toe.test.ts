import { expect, test } from 'vitest'
import { afterMove, boardInput, EMPTY_BOARD, hasWon, legalMoves, ticTacToeDecisions } from './tic-tac-toe.ts'
import { ticTacToePolicy } from './tic-tac-toe-policy.ts'

const decisions = ticTacToeDecisions()
const at = (cells: string) => decisions.find(({ board }) => board.join('') === cells)!

test('4,520 positions with a move to make; the empty board is a draw whatever the first move', () => {
  expect(decisions).toHaveLength(4520)
  expect(at('000000000')).toEqual({ board: EMPTY_BOARD, value: 0, best: [0, 1, 2, 3, 4, 5, 6, 7, 8] })
})

test('takes a win, blocks a threat, answers a corner in the center', () => {
  expect(at('110220000')).toMatchObject({ value: 1, best: [2] })
  expect(at('220010000')).toMatchObject({ value: 0, best: [2] })
  expect(at('200000000')).toMatchObject({ value: 0, best: [4] })
})

test('a move turns the board round', () => {
  expect(afterMove([1, 2, 0, 0, 0, 0, 0, 0, 0], 4)).toEqual([2, 1, 0, 0, 2, 0, 0, 0, 0])
  expect([...boardInput([1, 2, 0, 0, 0, 0, 0, 0, 1])]).toEqual([
    1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0,
  ])
  expect(hasWon([2, 1, 1, 0, 2, 0, 0, 0, 2], 2)).toBe(true)
})

test('the policy never leaves its positions, whichever of its moves is taken', () => {
  const policy = ticTacToePolicy()
  const known = new Set(policy.map(({ board }) => board.join('')))
  expect(known.size).toBe(335)
  for (const { board, best } of policy) {
    expect(best.length).toBeGreaterThan(0)
    for (const cell of best) {
      const theirs = afterMove(board, cell)
      if (hasWon(theirs, 2)) continue
      for (const answer of legalMoves(theirs)) {
        const mine = afterMove(theirs, answer)
        expect(hasWon(mine, 2)).toBe(false)
        if (legalMoves(mine).length > 0) expect(known).toContain(mine.join(''))
      }
    }
  }
})
