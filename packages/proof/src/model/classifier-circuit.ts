import { type Model, scoreRange } from '@inkling/model'
import { CircuitBuilder } from '../circuit/builder.ts'
import type { Circuit } from '../circuit/circuit.ts'
import { constant, fromWire, type Linear, ONE, subtract } from '../circuit/linear.ts'
import { CircuitError } from '../errors.ts'
import { argmax } from '../gadgets/argmax.ts'
import { lessThan } from '../gadgets/compare.ts'
import type { reluShift } from '../gadgets/relu-shift.ts'
import { commitmentOf } from './input-commitment.ts'
import { assertInputRange } from './input-range.ts'
import { netScores } from './net-circuit.ts'
import { treeScores } from './tree-circuit.ts'

/** Public signals of every classifier circuit, in this order. */
export const SIGNALS = ['inputCommit', 'class', 'ctx'] as const

/** What a learner may write anew: the same arguments and results as the gadgets of this package. */
export interface ClassifierGadgets {
  reluShift: typeof reluShift
  argmax: typeof argmax
}

/**
 * "The public model gives this class on the secret input behind this commitment." Secret inputs: `x0` ... and `salt`.
 * `ctx` ties a proof to one request: it is squared, so that no proof can be moved to another.
 *
 * @param gadgets in place of this package's own.
 * @throws CircuitError for a model with a layer or a rule that has no gadget.
 */
export function classifierCircuit(model: Model, gadgets: Partial<ClassifierGadgets> = {}): Circuit {
  const builder = new CircuitBuilder()
  const [inputCommit, claimed, ctx] = SIGNALS.map((name) => builder.publicInput(name)) as [
    Linear,
    Linear,
    Linear,
  ]
  const { input } = model
  const values = input.features.map((_, i) => builder.secretInput(`x${i}`))
  const salt = builder.secretInput('salt')
  for (const [i, value] of values.entries()) assertInputRange(builder, input, value, i)
  builder.assertEqual(
    commitmentOf(builder, input, values, salt),
    inputCommit,
    'the input is the committed one',
  )
  const scores =
    'layers' in model
      ? netScores(builder, model, values, gadgets.reluShift)
      : treeScores(builder, model, values)
  builder.assertEqual(
    labelOf(builder, model, scores, gadgets.argmax ?? argmax),
    claimed,
    'the class is the model’s',
  )
  builder.multiply(ctx, ctx, 'ctx is bound')
  return builder.build()
}

function labelOf(
  builder: CircuitBuilder,
  model: Model,
  scores: Linear[],
  pick: ClassifierGadgets['argmax'],
): Linear {
  const { min, max } = scoreRange(model)
  const widest = Math.max(...max) - Math.min(...min)
  if (model.output.rule === 'sign') {
    const bits = Math.ceil(Math.log2(Math.max(Math.abs(min[0]!), Math.abs(max[0]!)) + 1)) + 1
    const notAbove = lessThan(builder, scores[0]!, constant(1), bits, 'sign')
    return subtract(fromWire(ONE), notAbove)
  }
  if (!Number.isFinite(widest)) throw new CircuitError('The scores have no bounds.')
  return pick(builder, scores, Math.max(1, Math.ceil(Math.log2(widest + 1))))
}
