import { type LayerModel, makeModel, makeTensor } from '../../packages/model/src/index.ts'
import { assignLanes } from './lanes.ts'
import { networkOf } from './network.ts'

/**
 * A model whose hidden layer lost its least important blocks: one input by the neurons of a word. Such a block is one
 * multiplication of a lane kernel.
 *
 * A block's importance is what it adds to the variance of the sums: weights squared times the input's mean square. No
 * training follows, so that v8 differs from v6 in nothing but the zeros.
 *
 * @param share of the blocks that go, 0 to 1
 * @param meanSquare of each input over the training rows
 */
export function prune(model: LayerModel, share: number, meanSquare: number[]): LayerModel {
  const { hidden, max } = networkOf(model)
  const inputs = max.length
  const blocks = assignLanes(hidden, max).flatMap((lanes) =>
    max.map((_, input) => {
      const neurons = lanes.map((lane) => lane.output)
      const squares = neurons.map((neuron) => (hidden.weights[neuron]?.[input] as number) ** 2)
      const importance = squares.reduce((sum, square) => sum + square, 0) * (meanSquare[input] as number)
      return { input, neurons, importance }
    }),
  )
  blocks.sort((a, b) => a.importance - b.importance)
  const weights = hidden.weights.flat()
  for (const { input, neurons } of blocks.slice(0, Math.round(blocks.length * share)))
    for (const neuron of neurons) weights[neuron * inputs + input] = 0
  const { format: _, sha256: __, layers, ...rest } = model
  const [first, last] = layers
  if (first?.type !== 'dense' || !last) throw new Error('networkOf let a model pass that it should not')
  return makeModel({
    ...rest,
    name: `${model.name}-pruned`,
    layers: [{ ...first, weights: makeTensor('i8', [hidden.bias.length, inputs], weights) }, last],
    provenance: { ...model.provenance, prunedFrom: model.sha256, prunedPercent: Math.round(share * 100) },
  })
}
