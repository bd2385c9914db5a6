export { type BackendName, useBackend } from './backend.ts'
export { choiceLoss } from './choice-loss.ts'
export { TrainingError } from './errors.ts'
export { type FitOptions, fit, type Progress, type Task } from './fit.ts'
export { type FloatLayer, type FloatMlp, runFloat } from './float-mlp.ts'
export { initialWeights } from './initial-weights.ts'
export { type IntegerLayer, type IntegerMlp, integerAccuracy, runInteger } from './integer-mlp.ts'
export { matMul } from './mat-mul.ts'
export { type PatchShape, patches, placesPerSide } from './patches.ts'
export { checkRows, type FloatRows, oneHot, toFloatRows } from './rows.ts'
export type { QuantizedLayer } from './shift-scales.ts'
export {
  blockCounts,
  blockMask,
  type SparseSettings,
  trainSparse,
} from './sparse/index.ts'
export { type ColumnStatistics, columnStatistics, foldStandardization, standardize } from './standardize.ts'
export { clampThrough, roundThrough } from './straight-through.ts'
export { type LogisticOptions, trainLogistic } from './train-logistic.ts'
export { classLoss, type MlpOptions, trainMlp } from './train-mlp.ts'
export { type QuantizedOptions, trainQuantized } from './train-quantized.ts'
