import { AdamOptimizer, dispose, getBackend, tensor2d, tidy } from '@tensorflow/tfjs-core'
import { shuffledOrder } from '../../data/shuffle.ts'
import { useBackend } from '../backend.ts'
import type { IntegerMlp } from '../integer-mlp.ts'
import { checkRows, type FloatRows } from '../rows.ts'
import { checkSettings } from './check-settings.ts'
import { chooseBlocks, inputImportance } from './choose-blocks.ts'
import { quantizeNet } from './quantize-net.ts'
import type { SparseSettings } from './settings.ts'
import { startParameters, variablesOf } from './sparse-parameters.ts'
import { projectParameters, sparseStep } from './sparse-step.ts'

/** Adam whose rate can change from step to step; tfjs keeps the field protected. */
class ScheduledAdam extends AdamOptimizer {
  set rate(value: number) {
    this.learningRate = value
  }
}

/** As shares of all steps: blocks start to go, all that go are gone, the choice is final, averaging begins. */
const schedule = { prune: 0.05, pruned: 0.6, final: 0.75, average: 0.8 }
/** Steps between two choices of blocks, and between two samples of the average. */
const every = { choice: 50, sample: 10 }
/** Steps in which the rate grows to its peak. */
const warmup = 200

/**
 * Trains a block-sparse net whose forward pass is the integer net itself, with straight-through gradients.
 *
 * Dropped blocks still get gradients, so that one that turns out to matter comes back until the choice is final
 * (dynamic pruning with feedback: Lin, Stich, Barba, Dmitriev, Jaggi 2020). The result is the mean of the weights over the
 * last fifth of the steps, rounded, each hidden neuron scaled so that its worst case fits its lane. Call
 * `useBackend('wasm')` first: `cpu` takes twenty times as long.
 *
 * @param inputs of a neuron of layer 1; a row has `positions` times as many.
 * @param rowsOf rows of pass number n, integers 0 ... inputMax as floats; passes may be distorted copies.
 * @param log a line of progress, about ten times.
 * @throws DatasetError for rows that don't fit; TrainingError for settings that don't.
 */
export async function trainSparse(
  inputs: number,
  outputs: number,
  settings: SparseSettings,
  rowsOf: (pass: number) => FloatRows,
  log: (line: string) => void = () => {},
): Promise<IntegerMlp> {
  const { positions = 1 } = settings
  const rowLength = positions * inputs
  let rows = rowsOf(0)
  checkRows(rows, rowLength, outputs)
  checkSettings(inputs, outputs, rows.rows, settings)
  if (!getBackend()) await useBackend('cpu')
  const { batch, steps, seed } = settings
  const importance = inputImportance(rows.x, inputs)
  const parameters = startParameters(inputs, outputs, settings)
  const variables = variablesOf(parameters)
  const adam = new ScheduledAdam(settings.rate, 0.9, 0.999, 1e-8)
  const sums = variables.map((v) => new Float64Array(v.size))
  let samples = 0
  let order = shuffledOrder(rows.rows, seed * 1000)
  let pass = 0
  let at = 0
  for (let step = 0; step < steps; step++) {
    if (at + batch > order.length) {
      rows = rowsOf(++pass)
      order = shuffledOrder(rows.rows, seed * 1000 + pass)
      at = 0
    }
    const { x, targets } = takeBatch(
      rows,
      order.subarray(at, at + batch),
      rowLength,
      outputs,
      settings.smoothing,
    )
    at += batch
    const done = step / steps
    if (done >= schedule.prune && done < schedule.final && step % every.choice === 0)
      chooseBlocks(
        parameters,
        settings,
        importance,
        (done - schedule.prune) / (schedule.pruned - schedule.prune),
      )
    adam.rate = settings.rate * Math.min(1, step / warmup) * (0.02 + 0.49 * (1 + Math.cos(Math.PI * done)))
    tidy(() => {
      const { gradients, fit } = sparseStep(
        parameters,
        settings,
        tensor2d(x, [batch * positions, inputs]),
        tensor2d(targets, [batch, outputs]),
      )
      adam.applyGradients(variables.map(({ name }, i) => ({ name, tensor: gradients[i]! })))
      projectParameters(parameters, settings, fit)
    })
    if (done >= schedule.average && step % every.sample === 0) {
      samples++
      for (const [i, v] of variables.entries()) addTo(sums[i]!, v.dataSync())
    }
    if ((step + 1) % Math.ceil(steps / 10) === 0) log(`step ${step + 1} of ${steps}`)
  }
  const mean = samples
    ? sums.map((sum) => Float32Array.from(sum, (v) => v / samples))
    : variables.map((v) => Float32Array.from(v.dataSync()))
  const masks = [parameters.mask1, parameters.mask2].map((mask) => mask.dataSync() as Float32Array)
  const net = quantizeNet(inputs, outputs, settings, mean, masks)
  dispose([...variables, parameters.mask1, parameters.mask2])
  adam.dispose()
  return net
}

function takeBatch(
  rows: FloatRows,
  numbers: Int32Array,
  rowLength: number,
  outputs: number,
  smoothing: number,
): { x: Float32Array; targets: Float32Array } {
  const x = new Float32Array(numbers.length * rowLength)
  const targets = new Float32Array(numbers.length * outputs)
  for (const [i, row] of numbers.entries()) {
    x.set(rows.x.subarray(row * rowLength, (row + 1) * rowLength), i * rowLength)
    for (let o = 0; o < outputs; o++)
      targets[i * outputs + o] = smoothing / outputs + (1 - smoothing) * rows.targets[row * outputs + o]!
  }
  return { x, targets }
}

function addTo(sum: Float64Array, values: ArrayLike<number>): void {
  for (let k = 0; k < sum.length; k++) sum[k]! += values[k]!
}
