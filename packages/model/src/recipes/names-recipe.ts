import { makeModel } from '../format/make-model.ts'
import { SYMBOLS } from '../names/alphabet.ts'
import { bigramNats } from '../names/bigram.ts'
import { nameSplits, oneHot, type Steps, stepsOf } from '../names/contexts.ts'
import { foldNames } from '../names/fold-names.ts'
import { judgeNames } from '../names/judge-names.ts'
import { type IntegerNames, trainNames } from '../names/train-names.ts'
import { OCTAVE, OCTAVES } from '../names/weights-table.ts'
import { integerDense } from '../quantize/integer-model.ts'
import { makeTensor } from '../tensor/tensor.ts'
import { useBackend } from '../train/backend.ts'
import type { FloatRows } from '../train/rows.ts'
import type { LayerModel, ModelInput } from '../types.ts'
import type { Recipe } from './types.ts'

const NAME = 'names-48-64-27'
const SETTINGS = {
  embedding: 16,
  hidden: 64,
  epochs: 70,
  quantizedEpochs: 15,
  learningRate: 0.01,
  quantizedRate: 0.0015,
  batchSize: 256,
  weightDecay: 1e-4,
  averageEpochs: 3,
}
const LABELS = ['end', ...'abcdefghijklmnopqrstuvwxyz']
const POSITIONS = ['third last', 'second last', 'last']

const input: ModelInput = {
  length: 3 * SYMBOLS,
  packing: 'u8',
  min: new Array(3 * SYMBOLS).fill(0),
  max: new Array(3 * SYMBOLS).fill(1),
  features: POSITIONS.flatMap((where) =>
    LABELS.map((label) => `${where} ${label === 'end' ? 'none' : label}`),
  ),
  scale: { num: 1, den: 1 },
}

/**
 * The next letter of a first name from the last three: an embedding of 16 numbers a letter, 48-64-27. What the
 * embedding and the hidden layer's weights make of one letter is a column of a table, so the file has a layer of 81
 * inputs of which three are 1. Scores are the integer weights of the draw.
 */
export const namesRecipe: Recipe = {
  name: NAME,
  description:
    'Letters of first names, 48-64-27 on three letters of context: int8, its scores are weights to draw by.',
  seconds: 150,
  async train({ seed = 1, log }) {
    await useBackend('wasm')
    const splits = nameSplits()
    const [train, validation, test] = [splits.train, splits.validation, splits.test].map(stepsOf) as [
      Steps,
      Steps,
      Steps,
    ]
    const net = await trainNames(rowsOf(train), {
      ...SETTINGS,
      seed,
      onEpoch: ({ epoch, epochs, loss }) => {
        if (epoch % 10 === 0) log(`epoch ${epoch} of ${epochs}: ${loss.toFixed(4)} nats`)
      },
    })
    const model = namesModel(net, splits.train.length, seed)
    const folded = foldNames(model)
    const judged = judgeNames(folded, test)
    const metrics = {
      accuracy: judged.accuracy,
      nats: judged.nats,
      validationNats: judgeNames(folded, validation).nats,
      trainNats: judgeNames(folded, train).nats,
      bigramNats: bigramNats(train, test),
      names: splits.train.length,
      heldOutNames: splits.test.length,
      heldOutSteps: test.next.length,
    }
    log(
      `${metrics.nats.toFixed(4)} nats a letter held out; a table of pairs ${metrics.bigramNats.toFixed(4)}`,
    )
    return { model, metrics }
  },
}

function rowsOf(steps: Steps): FloatRows {
  const targets = new Float32Array(steps.next.length * SYMBOLS)
  for (const [i, next] of steps.next.entries()) targets[i * SYMBOLS + next] = 1
  return { rows: steps.next.length, x: oneHot(steps.contexts), targets }
}

function namesModel(net: IntegerNames, rows: number, seed: number): LayerModel {
  const { hidden, table, bias, weights, outputBias } = net
  const inputs = 3 * SYMBOLS
  const columns = Int32Array.from(
    { length: hidden * inputs },
    (_, k) => table[(k % inputs) * hidden + Math.floor(k / inputs)]!,
  )
  return makeModel({
    kind: 'mlp',
    name: NAME,
    input,
    layers: [
      {
        type: 'dense',
        weights: makeTensor('i8', [hidden, inputs], columns),
        bias: makeTensor('i32', [hidden], bias),
        activation: 'relu',
        // Multiplied by 2 and halved: the sum as it is, clamped.
        requantize: {
          multiplier: makeTensor('i32', [1], [2]),
          shift: makeTensor('u8', [1], [1]),
          zeroPoint: 0,
          min: 0,
          max: 127,
        },
      },
      integerDense({ inputs: hidden, outputs: SYMBOLS, weights, bias: outputBias }),
      {
        type: 'table',
        values: makeTensor(
          'i32',
          [OCTAVES + 1],
          Array.from({ length: OCTAVES + 1 }, (_, i) => OCTAVE * 2 ** i),
        ),
        offset: 0,
        shift: Math.log2(OCTAVE),
        interpolation: 'linear',
      },
    ],
    output: { labels: LABELS },
    provenance: {
      data: 'packages/model/data/names-female.txt and names-male.txt, without doubles, hyphens and spaces',
      names: rows,
      method: `embedding of ${SETTINGS.embedding} folded into the hidden layer; ${SETTINGS.epochs} epochs float, ${SETTINGS.quantizedEpochs} quantization-aware; a weight doubles every ${OCTAVE} units of the score`,
      seed,
    },
  })
}
