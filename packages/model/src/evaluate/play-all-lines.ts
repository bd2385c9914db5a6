import { afterMove, type Board, EMPTY_BOARD, hasWon, legalMoves } from '../data/tic-tac-toe.ts'

export interface GameRecord {
  /** Games that differ in at least one move of the opponent. */
  lines: number
  wins: number
  draws: number
  losses: number
  /** Games that ended because the player chose a cell that was taken. */
  illegal: number
  /** Boards, as the player saw them, of each game lost or broken off: the last one where it chose. */
  failures: Board[]
}

/**
 * Plays tic-tac-toe against every sequence of opponent moves, once moving first and once second.
 *
 * @param choose cell for a board where 1 is the player itself. Asked once for each board.
 */
export function playAllLines(choose: (board: Board) => number): GameRecord {
  const record: GameRecord = { lines: 0, wins: 0, draws: 0, losses: 0, illegal: 0, failures: [] }
  const chosen = new Map<string, number>()
  const end = (result: 'wins' | 'draws' | 'losses' | 'illegal', board?: Board) => {
    record.lines++
    record[result]++
    if (board) record.failures.push(board)
  }
  const move = (board: Board) => {
    const key = board.join('')
    const cell = chosen.get(key) ?? choose(board)
    chosen.set(key, cell)
    if (board[cell] !== 0) return end('illegal', board)
    const theirs = afterMove(board, cell)
    if (hasWon(theirs, 2)) return end('wins')
    answer(theirs, board)
  }
  const answer = (board: Board, before?: Board) => {
    const replies = legalMoves(board)
    if (replies.length === 0) return end('draws')
    for (const cell of replies) {
      const mine = afterMove(board, cell)
      if (hasWon(mine, 2)) end('losses', before)
      else if (legalMoves(mine).length === 0) end('draws')
      else move(mine)
    }
  }
  move(EMPTY_BOARD)
  answer(EMPTY_BOARD)
  return record
}
