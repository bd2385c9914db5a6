export { accuracy, confusion, type LabeledRows } from './accuracy.ts'
export { type Comparison, compareWithFloat, type LayerError } from './layer-errors.ts'
export { type GameRecord, playAllLines } from './play-all-lines.ts'
