import { parseJson, type Reader, readerOf } from '../reader.ts'

export const tfjsFile = {
  name: 'tfjs model',
  remedy:
    "Save a layers model with model.save('file://folder'); what can be imported is in docs/reference/import.md.",
}

export const read: Reader = readerOf(tfjsFile)

export interface TfjsLayer {
  /** For errors: `layer 2 (Conv2D)`. */
  path: string
  type: string
  config: Record<string, unknown>
  /** By the last part of their names: kernel, bias. */
  weights: Map<string, { shape: number[]; values: Float32Array }>
}

export interface TfjsModel {
  producer: string
  /** Without the batch: [height, width, channels] or [width]. */
  inputShape: number[]
  layers: TfjsLayer[]
}

/**
 * A layers model of tfjs as `model.save` writes it: model.json, and its weight files one after the other.
 *
 * @param source text of model.json, or its parsed value.
 * @param weights bytes of the files in `weightsManifest[].paths`, joined in that order.
 * @throws ImportError with the path of the first bad field.
 */
export function readTfjs(source: unknown, weights: Uint8Array): TfjsModel {
  const top = read.object(parseJson(source, tfjsFile), 'the file')
  read.need(top.format === 'layers-model', 'format', `is '${top.format}', not 'layers-model'`)
  const topology = read.object(top.modelTopology, 'modelTopology')
  // Keras writes the model below model_config, tfjs itself at the top.
  const model = read.object(topology.model_config ?? topology, 'modelTopology')
  read.need(
    model.class_name === 'Sequential',
    'modelTopology.class_name',
    `is '${model.class_name}': sequential models can be imported`,
  )
  const config = Array.isArray(model.config)
    ? model.config
    : read.list(read.object(model.config, 'modelTopology.config').layers, 'modelTopology.config.layers')
  const values = readWeights(read.list(top.weightsManifest, 'weightsManifest'), weights)
  const layers = config.map((item, i): TfjsLayer => {
    const layer = read.object(item, `layer ${i}`)
    const type = read.text(layer.class_name, `layer ${i} class_name`)
    const path = `layer ${i} (${type})`
    const settings = read.object(layer.config, `${path} config`)
    const name = `${settings.name}/`
    const own = [...values].filter(([key]) => key.startsWith(name) || key.includes(`/${name}`))
    return {
      path,
      type,
      config: settings,
      weights: new Map(own.map(([key, value]) => [key.slice(key.lastIndexOf('/') + 1), value])),
    }
  })
  read.need(layers.length > 0, 'modelTopology.config.layers', 'is empty')
  const first = layers[0]!
  const shape = first.config.batch_input_shape ?? first.config.batch_shape
  const inputShape = read.list(shape, `${first.path} batch_input_shape`).slice(1)
  return {
    producer: String(top.generatedBy ?? 'tfjs'),
    inputShape: inputShape.map((size, i) =>
      read.whole(size, `${first.path} batch_input_shape[${i + 1}]`, 1, 65_536),
    ),
    layers,
  }
}

function readWeights(manifest: unknown[], bytes: Uint8Array) {
  const values = new Map<string, { shape: number[]; values: Float32Array }>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  for (const [g, group] of manifest.entries()) {
    const path = `weightsManifest[${g}].weights`
    for (const [i, item] of read.list(read.object(group, `weightsManifest[${g}]`).weights, path).entries()) {
      const entry = read.object(item, `${path}[${i}]`)
      const name = read.text(entry.name, `${path}[${i}].name`)
      read.need(entry.dtype === 'float32' && entry.quantization === undefined, name, 'is not plain float32')
      const shape = read.numbers(entry.shape, `${path}[${i}].shape`)
      const size = shape.reduce((a, b) => a * b, 1)
      read.need(at + 4 * size <= bytes.length, name, 'lies past the end of the weight files')
      const start = at
      const list = Float32Array.from({ length: size }, (_, k) => view.getFloat32(start + 4 * k, true))
      const bad = list.findIndex((value) => !Number.isFinite(value))
      read.need(bad < 0, name, `has the value ${list[bad]}`)
      values.set(name, { shape, values: list })
      at += 4 * size
    }
  }
  read.need(at === bytes.length, 'the weight files', `have ${bytes.length} bytes, the manifest names ${at}`)
  return values
}
