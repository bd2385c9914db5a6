import { type Model, scoreRange } from '@inkling/model'
import { CircuitBuilder } from '../circuit/builder.ts'
import type { Circuit } from '../circuit/circuit.ts'
import { constant, fromWire, type Linear, ONE, subtract } from '../circuit/linear.ts'
import { CircuitError } from '../errors.ts'
import { argmax } from '../gadgets/argmax.ts'
import { lessThan } from '../gadgets/compare.ts'
import { assertAtMost } from '../gadgets/to-bits.ts'
import { commitmentOf } from './input-commitment.ts'
import { netScores } from './net-circuit.ts'
import { treeScores } from './tree-circuit.ts'

/** Public signals of every classifier circuit, in this order. */
export const SIGNALS = ['inputCommit', 'class', 'ctx'] as const

/**
 * "The public model gives this class on the secret input behind this commitment." Secret inputs: `x0` ... and `salt`.
 * `ctx` ties a proof to one request: it is squared, so that no proof can be moved to another.
 *
 * @throws CircuitError for a model with a layer or a rule that has no gadget.
 */
export function classifierCircuit(model: Model): Circuit {
  const builder = new CircuitBuilder()
  const [inputCommit, claimed, ctx] = SIGNALS.map((name) => builder.publicInput(name)) as [
    Linear,
    Linear,
    Linear,
  ]
  const { input } = model
  const values = input.features.map((_, i) => builder.secretInput(`x${i}`))
  const salt = builder.secretInput('salt')
  for (const [i, value] of values.entries()) assertRange(builder, value, i, model)
  builder.assertEqual(
    commitmentOf(builder, input, values, salt),
    inputCommit,
    'the input is the committed one',
  )
  const scores = 'layers' in model ? netScores(builder, model, values) : treeScores(builder, model, values)
  builder.assertEqual(labelOf(builder, model, scores), claimed, 'the class is the model’s')
  builder.multiply(ctx, ctx, 'ctx is bound')
  return builder.build()
}

/** The real range of a feature: bits alone would let values in that the model was never made for. */
function assertRange(builder: CircuitBuilder, value: Linear, i: number, model: Model): void {
  const [min, max] = [model.input.min[i]!, model.input.max[i]!]
  const name = `input ${i} (${model.input.features[i]}), counted from ${min},`
  if (min === max) builder.assertEqual(value, constant(min), `${name} is 0`)
  else assertAtMost(builder, subtract(value, constant(min)), max - min, name)
}

function labelOf(builder: CircuitBuilder, model: Model, scores: Linear[]): Linear {
  const { min, max } = scoreRange(model)
  const widest = Math.max(...max) - Math.min(...min)
  if (model.output.rule === 'sign') {
    const bits = Math.ceil(Math.log2(Math.max(Math.abs(min[0]!), Math.abs(max[0]!)) + 1)) + 1
    const notAbove = lessThan(builder, scores[0]!, constant(1), bits, 'sign')
    return subtract(fromWire(ONE), notAbove)
  }
  if (!Number.isFinite(widest)) throw new CircuitError('The scores have no bounds.')
  return argmax(builder, scores, Math.max(1, Math.ceil(Math.log2(widest + 1))))
}
