import { type LayerModel, loadModel, type Model } from '@inkling/model'
import {
  type Circuit,
  classifierCircuit,
  classifierInputs,
  inferCircuit,
  inferInputs,
  privateShape,
  randomSalt,
  registerCircuit,
  registerInputs,
} from '../src/index.ts'

/** What is secret beside the input: nothing, the weights, or the weights at their registration. */
export type Secret = 'input' | 'input and weights' | 'weights, once a model'

export interface BenchCase {
  circuit: Circuit
  inputs: Record<string, bigint>
  signals: bigint[]
}

/** The circuit of one statement about a model, and an honest witness's inputs for one row. */
export function benchCase(text: string, secret: Secret, row: readonly number[]): BenchCase {
  const model: Model = loadModel(text)
  const salts = { salt: randomSalt(), ctx: 77n }
  if (secret === 'input') return { circuit: classifierCircuit(model), ...classifierInputs(model, row, salts) }
  const shape = privateShape(model)
  const net = model as LayerModel
  if (secret === 'input and weights')
    return { circuit: inferCircuit(shape), ...inferInputs(net, row, { ...salts, modelSalt: randomSalt() }) }
  return { circuit: registerCircuit(shape), ...registerInputs(net, salts) }
}
