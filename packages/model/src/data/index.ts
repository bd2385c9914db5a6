export { loadDigits8 } from './load-digits8.ts'
export { DIGITS, loadMnist14 } from './load-mnist14.ts'
export { loadNames } from './load-names.ts'
export { type LabeledTable, loadTable, type TableName } from './load-table.ts'
export { parseImages } from './parse-images.ts'
export { quantizeRows } from './quantize-rows.ts'
export { readData } from './read-data.ts'
export { joinRows, type Rows, type Splits, takeRows } from './rows.ts'
export { shuffledOrder } from './shuffle.ts'
export { type SplitSizes, splitRows } from './split-rows.ts'
export {
  afterMove,
  type Board,
  boardInput,
  type Decision,
  EMPTY_BOARD,
  hasWon,
  legalMoves,
  ticTacToeDecisions,
} from './tic-tac-toe.ts'
export { ticTacToePolicy } from './tic-tac-toe-policy.ts'
