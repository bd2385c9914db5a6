import { expect, test } from 'vitest'
import { legalMoves, ticTacToeDecisions } from '../data/tic-tac-toe.ts'
import { playAllLines } from './play-all-lines.ts'

test('minimax never loses', () => {
  const best = new Map(ticTacToeDecisions().map((decision) => [decision.board.join(''), decision.best[0]!]))
  const record = playAllLines((board) => best.get(board.join(''))!)
  expect(record).toMatchObject({ losses: 0, illegal: 0, failures: [] })
  expect(record.wins + record.draws).toBe(record.lines)
})

test('the first empty cell loses, and each loss comes with a board to look at', () => {
  const record = playAllLines((board) => legalMoves(board)[0]!)
  expect(record.losses).toBeGreaterThan(0)
  expect(record.failures.length).toBe(record.losses)
  expect(record.wins + record.draws + record.losses).toBe(record.lines)
})

test('a taken cell ends the game', () => {
  const record = playAllLines(() => 0)
  expect(record.illegal).toBeGreaterThan(0)
  expect(record.draws + record.wins).toBe(0)
})
