export { type QuantizeNetOptions, quantizeNet } from './quantize-net.ts'
export { runFloatNet } from './run-float-net.ts'
export type {
  FloatConv2d,
  FloatDense,
  FloatLayer,
  FloatMaxPool2d,
  FloatNet,
  ImageShape,
} from './types.ts'
