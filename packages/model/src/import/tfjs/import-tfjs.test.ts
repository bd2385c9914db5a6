import '@tensorflow/tfjs-backend-cpu'
import { type io, setBackend, type Tensor, tensor } from '@tensorflow/tfjs-core'
import { initializers, layers, type Sequential, sequential } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import { anInput, picker } from '../../../test/random-model.ts'
import { runFloatNet } from '../../float-net/index.ts'
import { predict } from '../../reference/predict.ts'
import { ImportError } from '../errors.ts'
import { importTfjs } from './import-tfjs.ts'
import { netOfLayers } from './net-of-layers.ts'
import { readTfjs } from './read-tfjs.ts'

const seeded = (seed: number) => initializers.randomNormal({ mean: 0, stddev: 0.4, seed })
const random = (seed: number) => ({ kernelInitializer: seeded(seed), biasInitializer: seeded(seed + 1) })

function cnn(): Sequential {
  const net = sequential()
  net.add(layers.conv2d({ inputShape: [10, 8, 2], filters: 5, kernelSize: 3, padding: 'same', ...random(1) }))
  net.add(layers.reLU())
  net.add(layers.maxPooling2d({ poolSize: 2 }))
  net.add(
    layers.conv2d({
      filters: 4,
      kernelSize: [3, 2],
      strides: [2, 1],
      padding: 'same',
      activation: 'relu',
      ...random(3),
    }),
  )
  net.add(layers.flatten())
  net.add(layers.dropout({ rate: 0.5 }))
  net.add(layers.dense({ units: 7, activation: 'relu', ...random(5) }))
  net.add(layers.dense({ units: 3, activation: 'softmax', ...random(7) }))
  return net
}

function mlp(): Sequential {
  const net = sequential()
  net.add(layers.dense({ inputShape: [6], units: 9, ...random(9) }))
  net.add(layers.activation({ activation: 'relu' }))
  net.add(layers.dense({ units: 4, ...random(11) }))
  return net
}

/** What `model.save` would put into files. */
async function saved(net: Sequential): Promise<{ json: Record<string, unknown>; weights: Uint8Array }> {
  let artifacts: io.ModelArtifacts | undefined
  await net.save({
    save: async (given) => {
      artifacts = given
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }
    },
  })
  const { modelTopology, weightSpecs, weightData, format, generatedBy } = artifacts!
  const data = Array.isArray(weightData) ? weightData[0]! : weightData!
  const json = {
    format,
    generatedBy,
    modelTopology,
    weightsManifest: [{ paths: ['w.bin'], weights: weightSpecs }],
  }
  return { json: JSON.parse(JSON.stringify(json)), weights: new Uint8Array(data) }
}

beforeAll(() => setBackend('cpu'))

describe.each([
  ['cnn', cnn, [10, 8, 2]],
  ['mlp', mlp, [6]],
] as const)('%s', (kind, build, shape) => {
  const size = shape.reduce((a, b) => a * b, 1)
  const pick = picker(3)
  const rows = Array.from({ length: 1000 }, () => Array.from({ length: size }, () => pick(0, 255)))
  const data = rows.map((row) => row.map((value) => Math.fround(value / 255)))

  test('the float net gives what tfjs gives, on every row', async () => {
    const net = build()
    const { json, weights } = await saved(net)
    const imported = netOfLayers(readTfjs(json, weights))
    const out = net.predict(tensor(data.flat(), [1000, ...shape])) as Tensor
    const want = out.arraySync() as number[][]
    for (const [i, row] of data.entries()) {
      const scores = runFloatNet(imported, row).at(-1)!
      expect(scores.indexOf(Math.max(...scores))).toBe(want[i]!.indexOf(Math.max(...want[i]!)))
      if (kind === 'mlp')
        for (const [k, score] of scores.entries()) expect(score).toBeCloseTo(want[i]![k]!, 4)
    }
  })

  test('quantized to int8, at least 97 % of the labels agree', async () => {
    const { json, weights } = await saved(build())
    const float = netOfLayers(readTfjs(json, weights))
    const input = { ...anInput(size, 'u8', 0, 255), scale: { num: 255, den: 1 } }
    const model = importTfjs(JSON.stringify(json), weights, {
      name: 't',
      input,
      calibration: data.slice(0, 100),
    })
    expect(model.kind).toBe(kind)
    const same = rows.filter((row, i) => {
      const scores = runFloatNet(float, data[i]!).at(-1)!
      return predict(model, row).label === scores.indexOf(Math.max(...scores))
    })
    expect(same.length / rows.length).toBeGreaterThanOrEqual(0.97)
  })
})

// biome-ignore lint/suspicious/noExplicitAny: broken files have any shape
const broken: [string, (json: any) => void][] = [
  ['format', (j) => (j.format = 'graph-model')],
  ['modelTopology.class_name', (j) => (j.modelTopology.class_name = 'Model')],
  ['layer 1 (LSTM)', (j) => (j.modelTopology.config.layers[1].class_name = 'LSTM')],
  ['layer 3 (Conv2D)', (j) => (j.modelTopology.config.layers[3].config.activation = 'tanh')],
  ['layer 2 (MaxPooling2D) padding', (j) => (j.modelTopology.config.layers[2].config.padding = 'same')],
  [
    'layer 0 (Conv2D) batch_input_shape[1]',
    (j) => (j.modelTopology.config.layers[0].config.batch_input_shape[1] = null),
  ],
  ['layer 5 (Dense) takes 48 values', (j) => j.modelTopology.config.layers.splice(4, 1)],
  ['layer 0 (Conv2D) has no kernel', (j) => (j.weightsManifest[0].weights[0].name = 'other/kernel')],
  ['the weight files', (j) => j.weightsManifest[0].weights.pop()],
]

test.each(broken)('names the bad place: %s', async (path, damage) => {
  const { json, weights } = await saved(cnn())
  damage(json)
  const attempt = () => netOfLayers(readTfjs(json, weights))
  expect(attempt).toThrow(ImportError)
  expect(attempt).toThrow(`tfjs model: ${path}`)
})

test('weights that are too short or not finite', async () => {
  const { json, weights } = await saved(mlp())
  expect(() => readTfjs(json, weights.subarray(4))).toThrow('past the end')
  const bad = weights.slice()
  new DataView(bad.buffer).setFloat32(0, Number.NaN, true)
  expect(() => readTfjs(json, bad)).toThrow('has the value NaN')
})
