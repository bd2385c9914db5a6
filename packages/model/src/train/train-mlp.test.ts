import { expect, test, vi } from 'vitest'
import { argmax } from '../argmax.ts'
import { DatasetError } from '../errors.ts'
import { useBackend } from './backend.ts'
import { TrainingError } from './errors.ts'
import { runFloat } from './float-mlp.ts'
import { type FloatRows, oneHot } from './rows.ts'
import { type MlpOptions, trainMlp } from './train-mlp.ts'

/** Exclusive or: no single layer can do it. */
const xor: FloatRows = {
  rows: 4,
  x: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
  targets: oneHot([0, 1, 1, 0], 2),
}
const options: MlpOptions = { layers: [2, 8, 2], epochs: 150, learningRate: 0.05, batchSize: 4, seed: 3 }
const short = { ...options, epochs: 3 }

test.each(['cpu', 'wasm'] as const)(
  'learns exclusive or on %s, twice the same bits, and says nothing',
  async (name) => {
    const said = ['log', 'warn', 'info', 'error'].map((method) =>
      vi.spyOn(console, method as 'log').mockImplementation(() => {}),
    )
    await useBackend(name)
    const [first, second] = [await trainMlp(xor, options), await trainMlp(xor, options)]
    expect(second).toEqual(first)
    for (const spy of said) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
    const labels = [0, 1, 2, 3].map((row) =>
      argmax(runFloat(first, xor.x.subarray(row * 2, row * 2 + 2)).at(-1)!.after),
    )
    expect(labels).toEqual([0, 1, 1, 0])
  },
)

test('another seed is another net; shapes are [outputs, inputs]', async () => {
  const [first, second] = [await trainMlp(xor, short), await trainMlp(xor, { ...short, seed: 4 })]
  expect(second.layers[0]!.weights).not.toEqual(first.layers[0]!.weights)
  expect(first.layers.map(({ inputs, outputs, activation }) => [inputs, outputs, activation])).toEqual([
    [2, 8, 'relu'],
    [8, 2, 'none'],
  ])
})

test('reports each epoch, with a loss that falls', async () => {
  const losses: number[] = []
  await trainMlp(xor, { ...options, onEpoch: ({ loss }) => losses.push(loss) })
  expect(losses).toHaveLength(options.epochs)
  expect(losses.at(-1)!).toBeLessThan(losses[0]! / 10)
})

test('averages the last epochs', async () => {
  const run = async (epochs: number, averageEpochs: number) =>
    (await trainMlp(xor, { ...short, finalRate: 1, learningRate: 0.01, epochs, averageEpochs })).layers[1]!
      .bias
  // With a rate that stays, two epochs are the first two of three.
  const [one, two, three, mean] = [await run(1, 1), await run(2, 1), await run(3, 1), await run(3, 3)]
  for (const i of [0, 1]) expect(mean[i]).toBeCloseTo((one[i]! + two[i]! + three[i]!) / 3, 6)
})

test('stops when asked to, with the reason given', async () => {
  const stop = new AbortController()
  const training = trainMlp(xor, {
    ...options,
    signal: stop.signal,
    onEpoch: ({ epoch }) => epoch === 2 && stop.abort(new Error('enough')),
  })
  await expect(training).rejects.toThrow('enough')
})

test.each<[string, Partial<FloatRows>, string]>([
  ['no rows', { rows: 0, x: new Float32Array(), targets: new Float32Array() }, 'no rows'],
  ['a row cut short', { x: new Float32Array(7) }, 'x holds 7 values, 4 rows of 2 are 8'],
  ['NaN', { x: Float32Array.of(0, 0, 0, Number.NaN, 0, 0, 0, 0) }, 'x, row 1, value 1 is NaN'],
  [
    'an infinite target',
    { targets: new Float32Array(8).fill(Infinity) },
    'targets, row 0, value 0 is Infinity',
  ],
])('%s', async (_, spoiled, message) => {
  const training = trainMlp({ ...xor, ...spoiled }, short)
  await expect(training).rejects.toThrow(DatasetError)
  await expect(training).rejects.toThrow(message)
})

test.each<[string, Partial<MlpOptions>, string]>([
  ['one width', { layers: [2] }, 'at least inputs and outputs'],
  ['half a unit', { layers: [2, 1.5, 2] }, 'at least inputs and outputs'],
  ['no epochs', { epochs: 0 }, 'epochs is 0'],
  ['half a batch', { batchSize: 0.5 }, 'batchSize is 0.5'],
  ['a rate that runs away', { learningRate: 1e30 }, 'Try a smaller learningRate'],
])('%s', async (_, spoiled, message) => {
  const training = trainMlp(xor, { ...short, ...spoiled })
  await expect(training).rejects.toThrow(TrainingError)
  await expect(training).rejects.toThrow(message)
})

test('a label that is none', () => {
  expect(() => oneHot([0, 3], 3)).toThrow('row 1 has label 3')
})
