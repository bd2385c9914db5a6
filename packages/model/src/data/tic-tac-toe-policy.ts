import {
  afterMove,
  type Board,
  type Decision,
  EMPTY_BOARD,
  hasWon,
  legalMoves,
  ticTacToeDecisions,
} from './tic-tac-toe.ts'

/** Center, corners, edges: the order that leads to the fewest different positions of those tried. */
const PREFERENCE = [4, 0, 2, 6, 8, 1, 3, 5, 7]

/**
 * The positions of one player who never loses, whatever the opponent does: 335 of the 4,520. It wins at once where
 * it can, else takes the first best move of center, corners, edges. `best` holds that move, and every other best move
 * after which all positions to come are among the 335 too, so a player is free to take those.
 */
export function ticTacToePolicy(): Decision[] {
  const all = new Map(ticTacToeDecisions().map((decision) => [keyOf(decision.board), decision]))
  const met = new Map<string, Decision>()
  const moving = (board: Board) => {
    if (met.has(keyOf(board))) return
    const decision = all.get(keyOf(board))!
    met.set(keyOf(board), decision)
    for (const next of answers(board, preferred(decision))) moving(next)
  }
  moving(EMPTY_BOARD)
  for (const cell of legalMoves(EMPTY_BOARD)) moving(afterMove(EMPTY_BOARD, cell))
  return [...met.values()].map(({ board, value, best }) => ({
    board,
    value,
    best: best.filter((cell) => answers(board, cell).every((next) => met.has(keyOf(next)))),
  }))
}

/** Boards the player may see next after taking `cell`: one an answer, none where the game has ended. */
function answers(board: Board, cell: number): Board[] {
  const theirs = afterMove(board, cell)
  if (hasWon(theirs, 2)) return []
  return legalMoves(theirs)
    .map((answer) => afterMove(theirs, answer))
    .filter((next) => !hasWon(next, 2) && legalMoves(next).length > 0)
}

function preferred({ board, best }: Decision): number {
  const wins = best.filter((cell) => hasWon(afterMove(board, cell), 2))
  const choices = wins.length > 0 ? wins : best
  return PREFERENCE.find((cell) => choices.includes(cell))!
}

function keyOf(board: Board): string {
  return board.join('')
}
