/**
 * Float nets as small files: `data/float-*.json`. Weights are float32, little-endian, base64. The learner trains
 * with `train.ts`, or goes on from the committed files; `quantize.ts` reads either.
 */
import type { FloatMlp } from '@inkling/model/train'

interface StoredLayer {
  inputs: number
  outputs: number
  activation: 'relu' | 'none'
  weights: string
  bias: string
}

export function formatFloatNet(net: FloatMlp): string {
  const layers = net.layers.map(
    ({ inputs, outputs, activation, weights, bias }): StoredLayer => ({
      inputs,
      outputs,
      activation,
      weights: toBase64(weights),
      bias: toBase64(bias),
    }),
  )
  return `${JSON.stringify({ format: 'float-net/1', layers }, null, 2)}\n`
}

/** @throws Error when the text is no such file, or a layer has another number of weights than its sizes say. */
export function parseFloatNet(text: string): FloatMlp {
  const { format, layers } = JSON.parse(text) as { format: string; layers: StoredLayer[] }
  if (format !== 'float-net/1') throw new Error(`format is ${format}, not float-net/1: run train.ts again`)
  return {
    layers: layers.map(({ inputs, outputs, activation, weights, bias }, l) => {
      const layer = { inputs, outputs, activation, weights: fromBase64(weights), bias: fromBase64(bias) }
      if (layer.weights.length !== inputs * outputs || layer.bias.length !== outputs)
        throw new Error(`layer ${l}: ${layer.weights.length} weights, ${outputs} x ${inputs} are needed`)
      return layer
    }),
  }
}

function toBase64(values: Float32Array): string {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true)
  return bytes.toBase64()
}

function fromBase64(text: string): Float32Array {
  const bytes = Uint8Array.fromBase64(text)
  const view = new DataView(bytes.buffer)
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true))
}
