import { ticTacToeDecisions } from '../data/tic-tac-toe.ts'
import { ticTacToePolicy } from '../data/tic-tac-toe-policy.ts'
import { gameRecipe } from './tic-tac-toe-recipe.ts'

export const ticTacToe = gameRecipe(
  {
    name: 'tic-tac-toe-18-32-9',
    description: 'Tic-tac-toe, 18-32-9: int8 weights, shifts only; never loses.',
    seconds: 30,
  },
  {
    layers: [
      { outputs: 32, weightMax: 127, max: 255 },
      { outputs: 9, weightMax: 127 },
    ],
    epochs: 80,
    quantizedEpochs: 80,
    batchSize: 64,
    positions: ticTacToeDecisions,
    data: 'all 4,520 positions with a move to make, by minimax',
  },
)

/** Knows only the positions that it can get into itself: a third of the hidden units, and still no loss. */
export const ticTacToeCheap = gameRecipe(
  {
    name: 'tic-tac-toe-18-12-9',
    description:
      'Tic-tac-toe, 18-12-9: weights -15 to 15, shifts only; one policy of 335 positions; never loses.',
    seconds: 20,
  },
  {
    layers: [
      { outputs: 12, weightMax: 15, max: 15 },
      { outputs: 9, weightMax: 15 },
    ],
    epochs: 400,
    quantizedEpochs: 400,
    batchSize: 32,
    positions: ticTacToePolicy,
    data: 'the 335 positions of one policy that never loses, by minimax',
  },
)

export const gameRecipes = [ticTacToe, ticTacToeCheap]
