export { modelAbi } from './abi.ts'
export type { PredictInput } from './encode-input.ts'
export * from './errors.ts'
export {
  type ChainModel,
  type ChainPrediction,
  type GetModelOptions,
  getModel,
  type PredictOptions,
} from './get-model.ts'
