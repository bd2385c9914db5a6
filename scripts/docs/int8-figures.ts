/**
 * The figures of lesson 5. `npm run lab -- run scripts/docs/int8-figures.ts` measures them and writes
 * `docs/data/lab5.json`: it quantizes the lab's float nets in several ways and calls the reference contract.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { makeOverlay } from '../../packages/lab/src/build/overlay.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { DIGITS, joinRows, loadDigits8, loadMnist14, type Rows } from '../../packages/model/src/data/index.ts'
import { accuracy } from '../../packages/model/src/evaluate/index.ts'
import {
  argmax,
  type LayerModel,
  loadModel,
  packU8,
  predictLayers,
  readTensor,
  runLayer,
} from '../../packages/model/src/index.ts'
import { type QuantizeOptions, quantizeMlp, toMultiplier } from '../../packages/model/src/quantize/index.ts'
import { imageInput } from '../../packages/model/src/recipes/index.ts'
import { type FloatMlp, runFloat } from '../../packages/model/src/train/index.ts'
import { entryCost, prices } from '../../packages/wasm/src/index.ts'
import { environment } from '../bench/environment.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { cacheProgram, partsOf } from './contract-figures.ts'

const arbos = 51

/** Everything that lesson 5 states. */
export async function int8Figures(lab: Overlay, detail: (text: string) => void = () => {}) {
  detail('lab 5')
  const small = netOf(lab, '8x8', loadDigits8(), imageInput(8, 16, { num: 1, den: 1 }))
  const large = netOf(lab, '14x14', loadMnist14(), imageInput(14, 255, { num: 1, den: 1 }))
  return rounded({
    small: accuracies(small),
    large: accuracies(large),
    neuron: neuronFigures(small),
    spread: spread(large.net),
    rounding: roundingFigures(large),
    weights: weightCount(large.net),
    ...(await costFigures(lab, large)),
    inputs: contractInputsHash(join(lab.dir, 'contract')),
  })
}

type Net = ReturnType<typeof netOf>

function netOf(
  lab: Overlay,
  name: string,
  splits: ReturnType<typeof loadDigits8>,
  input: ReturnType<typeof imageInput>,
) {
  const read = (file: string) => JSON.parse(readFileSync(join(lab.dir, `data/${file}-${name}.json`), 'utf8'))
  const floats = (text: string) => {
    const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
    return new Float32Array(bytes.buffer)
  }
  const net: FloatMlp = {
    layers: read('float').layers.map((layer: Record<string, string | number>) => ({
      ...layer,
      weights: floats(layer.weights as string),
      bias: floats(layer.bias as string),
    })),
  }
  const model = loadModel(readFileSync(join(lab.dir, `data/model-${name}.json`), 'utf8')) as LayerModel
  const calibration = rowsOf(joinRows(splits.train, splits.validation)).slice(0, 500)
  const quantize = (options: Partial<QuantizeOptions>): LayerModel =>
    quantizeMlp(net, { name, input, calibration, labels: DIGITS, provenance: {}, ...options })
  return {
    net,
    model,
    calibration,
    quantize,
    test: splits.test,
    images: splits.train.rows + splits.validation.rows,
  }
}

/** Shares of held-out images that are right: as floats, and as integers made in several ways. */
function accuracies({ net, model, calibration, quantize, test, images }: Net) {
  const right = rowsOf(test).filter((row, r) => argmax([...runFloat(net, row).at(-1)!.after]) === test.y[r])
  const share = (options: Partial<QuantizeOptions>) => accuracy(quantize(options), test)
  return {
    images,
    heldOut: test.rows,
    float: right.length / test.rows,
    int8: accuracy(model, test),
    oneScale: share({ perChannel: false }),
    oneImage: share({ calibration: calibration.slice(0, 1) }),
    int4: share({ weightMax: 7 }),
    int4OneScale: share({ weightMax: 7, perChannel: false }),
    ternary: share({ weightMax: 1 }),
    calibration: calibration.length,
    standardError: Math.sqrt(((right.length / test.rows) * (1 - right.length / test.rows)) / test.rows),
  }
}

/** The neuron that the lesson does by hand: number 0 of the 8x8 net, on the first held-out image. */
function neuronFigures({ net, model, calibration, quantize, test }: Net) {
  const { inputs, weights, bias } = net.layers[0]!
  const row = Array.from(weights.subarray(0, inputs))
  const largest = row.reduce((most, weight) => (Math.abs(weight) > Math.abs(most) ? weight : most), 0)
  const scale = Math.abs(largest) / 127
  const top = Math.max(...calibration.flatMap((image) => [...runFloat(net, image)[0]!.after]))
  const factor = (scale * 255) / top
  const layer = quantize({}).layers[0]!
  if (layer.type !== 'dense') throw new Error('not dense')
  // The first held-out image on which the neuron is active: a layer of zeros shows nothing.
  const active = rowsOf(test).find((image) => predictLayers(model, image)[0]!.output[0]! > 20)!
  const acc = predictLayers(model, active)[0]!.acc![0]!
  const real = runFloat(net, active)[0]!
  const { multiplier, shift } = toMultiplier(factor)
  return {
    inputs,
    largest: largest.toFixed(4),
    scale: scale.toPrecision(4),
    first: row.slice(26, 30).map((weight) => weight.toFixed(4)),
    integers: Array.from(readTensor(layer.weights).slice(26, 30)),
    bias: bias[0]!.toFixed(4),
    biasInteger: readTensor(layer.bias)[0]!,
    top: top.toFixed(3),
    unit: (top / 255).toPrecision(4),
    factor: factor.toPrecision(4),
    multiplier,
    shift,
    acc,
    exact: ((acc * multiplier) / 2 ** shift).toFixed(3),
    output: predictLayers(model, active)[0]!.output[0]!,
    floatSum: real.before[0]!.toFixed(4),
    floatInUnits: ((real.after[0]! * 255) / top).toFixed(3),
  }
}

/** Largest weight of each hidden neuron: how far apart the rows of the net are. */
function spread(net: FloatMlp) {
  const { inputs, outputs, weights } = net.layers[0]!
  const tops = Array.from({ length: outputs }, (_, o) =>
    Math.max(...weights.subarray(o * inputs, (o + 1) * inputs).map(Math.abs)),
  )
  return {
    ratio: Math.max(...tops) / Math.min(...tops),
    steps: Math.round((127 * Math.min(...tops)) / Math.max(...tops)),
  }
}

/** What becomes of the scores when requantizing rounds down instead of to the nearest. */
function roundingFigures({ model, test }: Net) {
  const [first, second] = model.layers
  if (first?.type !== 'dense' || second?.type !== 'dense' || !first.requantize)
    throw new Error('not two dense')
  const multiplier = readTensor(first.requantize.multiplier)
  const shift = readTensor(first.requantize.shift)
  let equal = 0
  let labels = 0
  let right = 0
  for (const [r, row] of rowsOf(test).entries()) {
    const [hidden, scores] = predictLayers(model, row)
    const down = Int32Array.from(hidden!.acc!, (acc, o) =>
      Math.min(255, Math.max(0, Number((BigInt(acc) * BigInt(multiplier[o]!)) >> BigInt(shift[o]!)))),
    )
    const other = runLayer(second, down).output
    const label = argmax([...other])
    if (other.every((score, i) => score === scores!.output[i])) equal++
    if (label !== argmax([...scores!.output])) labels++
    if (label === test.y[r]) right++
  }
  return { equal, labels, accuracy: right / test.rows }
}

function weightCount(net: FloatMlp) {
  const weights = net.layers.reduce((sum, layer) => sum + layer.weights.length, 0)
  const biases = net.layers.reduce((sum, layer) => sum + layer.bias.length, 0)
  return { count: weights, floatBytes: 4 * (weights + biases), int8Bytes: weights + 4 * biases }
}

/** The reference contract on the embedded devnode: the dearest of twenty held-out images. */
async function costFigures(lab: Overlay, { test }: Net) {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const { path } = await buildContract(workspace(), lab.manifest, lab.dir, 'plain')
    const { wasm, code, report } = await prepareProgram(new Uint8Array(readFileSync(path)), arbos)
    const address = await deployCode(open, code)
    const activation = await activate(open, address)
    const abi = labAbi(lab.manifest, 'plain')
    const contract = { address, abi, build: 'plain' as const, wasm, code, activation }
    const images = rowsOf(test)
      .slice(0, 20)
      .map((row) => packU8(Array.from(row)))
    const call = (image: `0x${string}`) =>
      callContract(open, contract, 'classify', [image], { profile: true })
    const calls = []
    for (const image of images) calls.push({ image, outcome: await call(image) })
    calls.sort((a, b) => Number(a.outcome.ink! - b.outcome.ink!))
    const [cheapest, dearest] = [calls[0]!, calls.at(-1)!]
    await cacheProgram(open, contract)
    const cached = await call(dearest.image)
    const entryGas = entryCost(report).total
    const ink = Number(dearest.outcome.ink)
    const macs = 196 * 64 + 64 * 10
    const [byteGas, zeroGas] = [16, 4]
    const bytes = Buffer.from(dearest.image.slice(2), 'hex')
    const zeros = bytes.filter((byte) => byte === 0).length
    const packed = zeros * zeroGas + (bytes.length - zeros) * byteGas
    const { models } = JSON.parse(
      readFileSync(new URL('../../docs/data/bench-inference.json', import.meta.url), 'utf8'),
    )
    const compiled = models.find((one: { name: string }) => one.name === 'digits-14x14-196-64-10-ptq')
    return {
      cost: {
        ink,
        inkCheapest: Number(cheapest.outcome.ink),
        runGas: Math.ceil(ink / prices.CHAIN_DEFAULTS.inkPrice),
        inkPerMac: Math.round(dearest.outcome.profile!.instructions / macs),
        macs,
        callGas: Number(dearest.outcome.gas),
        callGasCached: Number(cached.gas),
        entryGas,
        entryGasCached: entryCost(report, { cached: true }).total,
        codeBytes: code.length,
        wasmBytes: wasm.length,
        dataBytes: report.dataPayloadBytes,
        dataGas: Math.round(report.dataPayloadBytes * 0.752),
        activationGas: Number(activation.gasUsed),
        parts: partsOf(dearest.outcome),
      },
      calldata: {
        packed,
        // Each pixel in a word of its own: 31 zero bytes before it.
        words: packed + 31 * zeroGas * bytes.length,
        zeros,
        pixels: bytes.length,
        wordBytes: 32 * bytes.length,
      },
      compiled: {
        kernelGas: compiled.kernelGas,
        callGasCached: compiled.callGasCached,
        callGasUncached: compiled.callGasUncached,
      },
    }
  } finally {
    await open.close()
  }
}

function rowsOf(rows: Rows): Uint8Array[] {
  return Array.from({ length: rows.rows }, (_, r) => rows.x.subarray(r * rows.length, (r + 1) * rows.length))
}

/** Shares to four digits: the last bits of a mean are no figure. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === 'number' && !Number.isInteger(part) ? Math.round(part * 10_000) / 10_000 : part,
    ),
  ) as T
}

if (import.meta.main) {
  const ws = workspace()
  const manifest = await loadManifest(ws, join(ws.labs, '05-int8-mlp'))
  const figures = await int8Figures({ manifest, dir: makeOverlay(ws, manifest, 'solution') })
  const path = join(ws.root, 'docs/data/lab5.json')
  writeFileSync(path, `${JSON.stringify({ environment: await environment(arbos), figures }, null, 2)}\n`)
  console.log('wrote docs/data/lab5.json')
}
