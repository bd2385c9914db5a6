/**
 * The figures of lesson 7. `npm run lab -- run scripts/docs/secret-digit-figures.ts` measures them and writes
 * `docs/data/lab7.json`: it builds both contracts of the lab, proves once, and sends transactions to an embedded node.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bn254 } from '@noble/curves/bn254.js'
import { concatHex, encodeFunctionData, type Hex, keccak256, numberToHex, toHex } from 'viem'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { makeOverlay } from '../../packages/lab/src/build/overlay.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { type OpenEngine, openEngine } from '../../packages/lab/src/engine/open.ts'
import { sendTransaction, signers } from '../../packages/lab/src/engine/send.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import type { DeployedContract } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { loadDigits8 } from '../../packages/model/src/data/index.ts'
import { accuracy } from '../../packages/model/src/evaluate/index.ts'
import {
  type DenseLayer,
  type LayerModel,
  loadModel,
  predict,
  predictLayers,
  readTensor,
} from '../../packages/model/src/index.ts'
import {
  type Circuit,
  commitToInput,
  decodeVerifyingKey,
  encodeProof,
  forge,
  requestContext,
  type Trapdoor,
} from '../../packages/proof/src/index.ts'
import { fixedRandom } from '../../packages/proof/src/testing.ts'
import { entryCost } from '../../packages/wasm/src/index.ts'
import { environment } from '../bench/environment.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { cacheProgram } from './contract-figures.ts'

const arbos = 51
/** The held-out digit that the lesson proves something about. */
const EXAMPLE = 17

/** Everything that lesson 7 states. */
export async function secretDigitFigures(lab: Overlay) {
  const text = (path: string) => readFileSync(join(lab.dir, path), 'utf8')
  const model = loadModel(text('data/model.json')) as LayerModel
  const { test } = loadDigits8()
  const image = Array.from(test.x.subarray(64 * EXAMPLE, 64 * EXAMPLE + 64))
  const { digitCircuit, parseTrapdoor } = await import(pathToFileURL(join(lab.dir, 'circuit.ts')).href)
  const gadgets = await import(pathToFileURL(join(lab.dir, 'gadgets.ts')).href)
  const circuit: Circuit = digitCircuit(model, gadgets)
  const layers = model.layers as DenseLayer[]
  return {
    model: {
      weights: layers.reduce((sum, { weights }) => sum + readTensor(weights).length, 0),
      hidden: layers[0]!.weights.shape[0],
      shift: readTensor(layers[0]!.requantize!.shift)[0],
      top: layers[0]!.requantize!.max,
      accuracy: accuracy(model, test),
      heldOut: test.rows,
    },
    circuit: circuitFigures(circuit),
    neuron: neuronFigures(model, image),
    example: { index: EXAMPLE, label: predict(model, image).label },
    sizes: { proof: 256, key: 704 },
    gas: await gasFigures(lab, model, image, parseTrapdoor(text('data/trapdoor.json')), text),
    plain: plainFigures(),
    inputs: contractInputsHash(join(lab.dir, 'contract')),
  }
}

/** Constraints, by what they are for. */
function circuitFigures({ constraints, wireCount }: Circuit) {
  const count = (pattern: RegExp) => constraints.filter(({ label }) => pattern.test(label)).length
  const parts = {
    pixels: count(/^input \d/),
    commitment: count(/^commitment|committed/),
    neurons: count(/^layers\[0\]/),
  }
  const rest = constraints.length - parts.pixels - parts.commitment - parts.neurons
  return { constraints: constraints.length, values: wireCount, ...parts, rest }
}

/** The first neuron of the example that is neither 0 nor at the top, in steps. */
function neuronFigures(model: LayerModel, image: number[]) {
  const [hidden] = predictLayers(model, image)
  const rule = (model.layers[0] as DenseLayer).requantize!
  const shift = readTensor(rule.shift)[0]!
  const index = [...hidden!.output].findIndex((value) => value > 0 && value < rule.max)
  const acc = hidden!.acc![index]!
  const negative = [...hidden!.acc!].findIndex((value) => value < 0)
  return {
    index,
    acc,
    half: 2 ** (shift - 1),
    output: hidden!.output[index]!,
    negative: hidden!.acc![negative]!,
  }
}

/** The same kind of net, executed instead of proved: from the bench. */
function plainFigures() {
  const { models } = JSON.parse(
    readFileSync(new URL('../../docs/data/bench-inference.json', import.meta.url), 'utf8'),
  )
  const model = models.find(({ name }: { name: string }) => name === 'digits-8x8-64-32-10')
  return { kernelGas: model.kernelGas, txGas: model.txGasUncached, txGasCached: model.txGasCached }
}

async function gasFigures(
  lab: Overlay,
  model: LayerModel,
  image: number[],
  trapdoor: Trapdoor,
  text: (path: string) => string,
) {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const key = decodeVerifyingKey(keyBytes(text('contract/core/src/key.rs')))
    const { contract, report } = await deployBuild(open, lab, 'plain')
    const [sender] = signers().map(({ address }) => address)
    const request = { chainId: open.engine.chainId, contract: contract.address, sender: sender! }
    const random = publicRandom()
    const submission = async (requestId: bigint, label = predict(model, image).label) => {
      const inputCommit = commitToInput(model.input, image, random() % 2n ** 248n)
      await sendTransaction(open, contract, 'register', [inputCommit], {})
      const ctx = requestContext({ ...request, requestId, inputCommit })
      const proof = encodeProof(forge(key, trapdoor, [inputCommit, BigInt(label), ctx], { random }))
      return [requestId, inputCommit, label, toHex(proof)] as const
    }
    const first = await submission(1n)
    const uncached = await sendTransaction(open, contract, 'submit', first, {})
    await cacheProgram(open, contract)
    const second = await submission(2n)
    const cached = await sendTransaction(open, contract, 'submit', second, {})
    const third = await submission(3n)
    const off = await sendTransaction(
      open,
      contract,
      'submit',
      [...third.slice(0, 3), offCurve(third[3])],
      {},
    )
    for (const { status } of [uncached, cached])
      if (status !== 'success') throw new Error('submit was refused')
    const calldata = encodeFunctionData({ abi: contract.abi, functionName: 'submit', args: second } as never)
    const before = await beforeFigures(open, lab, model, image)
    return {
      submit: Number(uncached.gasUsed),
      submitCached: Number(cached.gasUsed),
      refused: Number(off.gasUsed),
      ...parts(Number(cached.gasUsed), calldata, predict(model, image).label),
      entry: entryCost(report).total,
      entryCached: entryCost(report, { cached: true }).total,
      ...before,
    }
  } finally {
    await open.close()
  }
}

/**
 * The same proofs each time, because their zero bytes are cheaper calldata and the figures have to come out the same.
 * Nothing is secret here: the lab publishes image and trapdoor. The library allows it under a test runner only.
 */
function publicRandom() {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'test'
  try {
    return fixedRandom(7)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** Where the gas of a submission goes: prices of EIP-196/1108 and EIP-2929, the rest is the program. */
function parts(total: number, calldata: Hex, label: number) {
  const bytes = calldata.slice(2).match(/../g)!
  const data = bytes.reduce((sum, byte) => sum + (byte === '00' ? 4 : 16), 0)
  // Two multiplications and additions; the class is added up bit by bit, and added.
  const adds =
    label === 0 ? 0 : Math.floor(Math.log2(label)) + [...label.toString(2)].filter((b) => b === '1').length
  const precompiles = 45_000 + 4 * 34_000 + 2 * 6_150 + 150 * adds
  // Key switch, issuer and request id are cold reads; the request id is written for the first time.
  const storage = 3 * 2_100 + 20_000
  const log = 375 * 4 + 8 * 96
  return {
    pairing: 181_000,
    precompiles,
    calldata: data,
    storage,
    log,
    rest: total - 21_000 - data - precompiles - storage - log,
  }
}

async function beforeFigures(open: OpenEngine, lab: Overlay, model: LayerModel, image: number[]) {
  const { contract } = await deployBuild(open, lab, 'steps')
  const { layerBytes } = await import(pathToFileURL(join(lab.dir, 'layer-bytes.ts')).href)
  const layers = (model.layers as DenseLayer[]).map((layer) => toHex(layerBytes(layer) as Uint8Array))
  const [first, second] = predictLayers(model, image)
  const scores = new DataView(new ArrayBuffer(40))
  for (const [i, score] of [...second!.output].entries()) scores.setInt32(4 * i, score, true)
  const hidden = Uint8Array.from(first!.output)
  hidden[3]! += 1
  const values = [toHex(Uint8Array.from(image)), toHex(hidden), toHex(new Uint8Array(scores.buffer))]
  const value = 1_000_000_000_000_000n
  const claim = await sendTransaction(open, contract, 'claim', values, { value })
  const [pixels, claimed, said] = values
  const opened = { pixels, hidden: claimed, scores: said }
  const challenge = await sendTransaction(open, contract, 'challenge', [0n, 0, opened, layers[0]], {})
  const salt = keccak256('0x01')
  const seal = await sendTransaction(
    open,
    contract,
    'seal',
    [keccak256(concatHex([signers()[0]!.address, pixels!, salt]))],
    { value },
  )
  const twoLayers = { first: layers[0], second: layers[1] }
  const letter = await sendTransaction(open, contract, 'open', [pixels, salt, twoLayers], {})
  for (const sent of [claim, challenge, seal, letter])
    if (sent.status !== 'success')
      throw new Error(`a transaction of the second contract: ${sent.trap ?? sent.revert?.name}`)
  return {
    claim: Number(claim.gasUsed),
    challenge: Number(challenge.gasUsed),
    seal: Number(seal.gasUsed),
    open: Number(letter.gasUsed),
    layerBytes: (layers[0]!.length - 2) / 2,
  }
}

async function deployBuild(open: OpenEngine, lab: Overlay, build: 'plain' | 'steps') {
  const { path } = await buildContract(workspace(), lab.manifest, lab.dir, build)
  const { wasm, code, report } = await prepareProgram(new Uint8Array(readFileSync(path)), arbos)
  const address = await deployCode(open, code)
  const activation = await activate(open, address)
  const abi = labAbi(lab.manifest, build)
  const contract: DeployedContract = { address, abi, build, wasm, code, activation }
  return { contract, report }
}

/** The development key's bytes in the text of `key.rs`. */
function keyBytes(text: string): Uint8Array {
  const list = /const DEVELOPMENT: \[u8; \d+\] = \[([^\]]*)\]/.exec(text)![1]!
  return Uint8Array.from(list.match(/0x[0-9a-f]{2}/g)!, Number)
}

/** The proof with C's y changed to its negative plus one: below p, and on no curve. */
function offCurve(proof: Hex): Hex {
  const y = BigInt(`0x${proof.slice(-64)}`)
  return `${proof.slice(0, -64)}${numberToHex(bn254.fields.Fp.neg(y) + 1n, { size: 32 }).slice(2)}` as Hex
}

if (import.meta.main) {
  const ws = workspace()
  const manifest = await loadManifest(ws, join(ws.labs, '07-secret-digit'))
  const dir = makeOverlay(ws, manifest, 'solution')
  const figures = await secretDigitFigures({ manifest, dir })
  const file = join(ws.root, 'docs/data/lab7.json')
  writeFileSync(file, `${JSON.stringify({ environment: await environment(arbos), figures }, null, 2)}\n`)
  console.log('wrote docs/data/lab7.json')
}
