/** Nine cells row by row: 0 empty, 1 the player to move, 2 the opponent. */
export type Board = readonly number[]

const LINES = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
] as const

export const EMPTY_BOARD: Board = [0, 0, 0, 0, 0, 0, 0, 0, 0]

/** True when `side` has three in a row. */
export function hasWon(board: Board, side: 1 | 2): boolean {
  return LINES.some((line) => line.every((cell) => board[cell] === side))
}

/** Empty cells, lowest first. */
export function legalMoves(board: Board): number[] {
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((cell) => board[cell] === 0)
}

/** The board after the player to move took `cell`, seen by the opponent, who moves next: 1 and 2 change places. */
export function afterMove(board: Board, cell: number): Board {
  return board.map((value, i) => (i === cell ? 2 : value === 0 ? 0 : 3 - value))
}

/** What a model of the game takes: nine bits "mine", then nine bits "theirs". */
export function boardInput(board: Board): Uint8Array {
  return Uint8Array.from({ length: 18 }, (_, i) => (board[i % 9] === (i < 9 ? 1 : 2) ? 1 : 0))
}

/** A position where somebody has to choose, and the moves that keep the best result that can be forced. */
export interface Decision {
  board: Board
  /** 1 the player to move can force a win, 0 a draw, -1 neither. */
  value: -1 | 0 | 1
  best: number[]
}

/** Every position that can occur with a move to make, both sides' moves free: 4,520 of them, by minimax. */
export function ticTacToeDecisions(): Decision[] {
  const known = new Map<string, Decision>()
  const visit = (board: Board): number => {
    if (hasWon(board, 2)) return -1
    const moves = legalMoves(board)
    if (moves.length === 0) return 0
    const key = board.join('')
    const seen = known.get(key)
    if (seen) return seen.value
    const values = moves.map((cell) => 0 - visit(afterMove(board, cell)))
    const value = Math.max(...values) as -1 | 0 | 1
    known.set(key, { board, value, best: moves.filter((_, i) => values[i] === value) })
    return value
  }
  visit(EMPTY_BOARD)
  return [...known.values()]
}
