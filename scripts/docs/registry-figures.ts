/**
 * The figures of lesson 8. `npm run lab -- run scripts/docs/registry-figures.ts` measures them and writes
 * `docs/data/lab8.json`: one net in code, in storage and in data contracts, and the registry, on an embedded node.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Hex, toHex, zeroHash } from 'viem'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { makeOverlay } from '../../packages/lab/src/build/overlay.ts'
import { type Program, prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployInitCode } from '../../packages/lab/src/engine/deploy.ts'
import { type OpenEngine, openEngine } from '../../packages/lab/src/engine/open.ts'
import { sendTransaction } from '../../packages/lab/src/engine/send.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import type { DeployedContract } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import type { DataContract } from '../../packages/model/src/compile/index.ts'
import { loadMnist14 } from '../../packages/model/src/data/index.ts'
import { accuracy } from '../../packages/model/src/evaluate/index.ts'
import {
  type DenseLayer,
  type LayerModel,
  loadModel,
  predict,
  quantizeInput,
  readTensor,
} from '../../packages/model/src/index.ts'
import { environment } from '../bench/environment.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { cacheProgram } from './contract-figures.ts'

const arbos = 51
/** The held-out digit that every place is asked about. */
const EXAMPLE = 17
/** Words of a net that one transaction stores. */
const WORDS = 500
/** Seconds of notice, as in the lab. */
const NOTICE = 600

interface Net {
  model: LayerModel
  bytes: Uint8Array
  contracts: DataContract[]
  hash: Hex
  image: number[]
}

type CallGas = { gas: number; cached: number }

/** Everything that lesson 8 states. */
export async function registryFigures(lab: Overlay) {
  const module = await import(pathToFileURL(join(lab.dir, 'net-bytes.ts')).href)
  const net = (name: string): Net => {
    const model = loadModel(readFileSync(join(lab.dir, `data/${name}.json`), 'utf8')) as LayerModel
    const bytes: Uint8Array = module.netBytes(model)
    const { x } = loadMnist14().test
    const image = quantizeInput(model.input, x.subarray(196 * EXAMPLE, 196 * EXAMPLE + 196))
    return { model, bytes, contracts: module.dataContracts(bytes), hash: module.weightsHash(bytes), image }
  }
  const [v1, v2] = [net('v1'), net('v2')]
  const open = await openEngine({ kind: 'embedded' })
  try {
    const upload = { v1: await putAll(open, v1.contracts), v2: await putAll(open, v2.contracts) }
    const bare = await built(lab, 'steps', new Uint8Array())
    // A copy for each version: words that are written for the first time cost more.
    const copies = {
      v1: await deployed(open, lab, bare, 'steps'),
      v2: await deployed(open, lab, bare, 'steps'),
    }
    const stored = { v1: await store(open, copies.v1, v1), v2: await store(open, copies.v2, v2) }
    const call = async () => ({
      storage: {
        v1: await ask(open, copies.v1, 'fromStorage', [], v1),
        v2: await ask(open, copies.v2, 'fromStorage', [], v2),
      },
      data: { v1: await askData(open, copies.v1, v1), v2: await askData(open, copies.v2, v2) },
    })
    const first = await call()
    await cacheProgram(open, copies.v1.contract)
    const cached = await call()
    const code = await inCode(open, lab, v1)
    return {
      models: { v1: describe(v1), v2: describe(v2) },
      code: {
        v1: code,
        v2: { codeBytes: (await built(lab, 'steps', v2.bytes)).code.length },
      },
      storage: {
        v1: { upload: stored.v1, gas: first.storage.v1, cached: cached.storage.v1 },
        v2: { upload: stored.v2, gas: first.storage.v2, cached: cached.storage.v2 },
      },
      data: {
        v1: { upload: upload.v1, gas: first.data.v1, cached: cached.data.v1 },
        v2: { upload: upload.v2, gas: first.data.v2, cached: cached.data.v2 },
      },
      times: Math.round(cached.storage.v1 / cached.data.v1),
      registry: await inRegistry(open, lab, v1, v2),
      notice: NOTICE,
      inputs: contractInputsHash(join(lab.dir, 'contract')),
    }
  } finally {
    await open.close()
  }
}

function describe({ model, bytes, contracts }: Net) {
  const { test } = loadMnist14()
  const x = Array.from({ length: test.rows }, (_, r) =>
    quantizeInput(model.input, test.x.subarray(196 * r, 196 * r + 196)),
  )
  const layers = model.layers as DenseLayer[]
  const share = accuracy(model, { x, y: test.y })
  return {
    hidden: layers[0]!.weights.shape[0],
    weights: layers.reduce((sum, { weights }) => sum + readTensor(weights).length, 0),
    zeros: layers.reduce(
      (sum, { weights }) => sum + [...readTensor(weights)].filter((w) => w === 0).length,
      0,
    ),
    bytes: bytes.length,
    words: Math.ceil(bytes.length / 32),
    parts: contracts.length,
    accuracy: share,
    wrong: Math.round((1 - share) * test.rows),
    heldOut: test.rows,
  }
}

/** Builds the lab's contract; for the second one with these bytes as `weights.bin`. */
async function built(lab: Overlay, build: 'plain' | 'steps', weights?: Uint8Array): Promise<Program> {
  const ws = workspace()
  let { dir } = lab
  if (weights !== undefined) {
    dir = join(ws.work, `${lab.manifest.id}@places`)
    rmSync(dir, { recursive: true, force: true })
    cpSync(lab.dir, dir, { recursive: true })
    writeFileSync(join(dir, 'contract/src/weights.bin'), weights)
  }
  const { path } = await buildContract(ws, lab.manifest, dir, build)
  return prepareProgram(new Uint8Array(readFileSync(path)), arbos)
}

interface Placed {
  contract: DeployedContract
  /** Gas of the deployment and of the activation. */
  deploy: number
  activation: number
}

async function deployed(
  open: OpenEngine,
  lab: Overlay,
  { wasm, code }: Program,
  build: 'plain' | 'steps',
): Promise<Placed> {
  const { walletClient, publicClient } = open
  const hash = await walletClient.sendTransaction({
    data: deployInitCode(code),
    account: walletClient.account!,
    chain: walletClient.chain,
  })
  const receipt = await publicClient.waitForTransactionReceipt({ hash })
  const address = receipt.contractAddress!
  const activation = await activate(open, address)
  const contract = { address, abi: labAbi(lab.manifest, build), build, wasm, code, activation }
  return { contract, deploy: Number(receipt.gasUsed), activation: Number(activation.gasUsed) }
}

/** Gas of the transactions that put a net's data contracts on the chain. */
async function putAll(open: OpenEngine, contracts: readonly DataContract[]): Promise<number> {
  let gas = 0n
  for (const { deploy } of contracts) {
    const { walletClient, publicClient } = open
    const hash = await walletClient.sendTransaction({
      ...deploy,
      account: walletClient.account!,
      chain: walletClient.chain,
    })
    gas += (await publicClient.waitForTransactionReceipt({ hash })).gasUsed
  }
  return Number(gas)
}

/** Gas of one call for scores; they have to be those of the model. */
async function ask(open: OpenEngine, { contract }: Placed, fn: string, args: unknown[], net: Net) {
  const input = toHex(Uint8Array.from(net.image))
  const { value, gas, revert, trap } = await callContract(open, contract, fn, [...args, input], {})
  const want = predict(net.model, net.image).scores.join()
  if (!Array.isArray(value) || value.map(Number).join() !== want)
    throw new Error(`${fn} gives ${String(value ?? revert?.name ?? trap)}, the model ${want}`)
  return Number(gas)
}

const askData = (open: OpenEngine, placed: Placed, net: Net) =>
  ask(open, placed, 'fromData', [net.contracts.map(({ address }) => address)], net)

async function inCode(open: OpenEngine, lab: Overlay, net: Net) {
  const program = await built(lab, 'steps', net.bytes)
  const placed = await deployed(open, lab, program, 'steps')
  const gas = await ask(open, placed, 'fromCode', [], net)
  await cacheProgram(open, placed.contract)
  const cached = await ask(open, placed, 'fromCode', [], net)
  return { upload: placed.deploy + placed.activation, codeBytes: program.code.length, gas, cached }
}

/** Writes a net into storage; gas of the transactions. */
async function store(open: OpenEngine, placed: Placed, net: Net) {
  let upload = 0
  for (let at = 0; at < net.bytes.length; at += 32 * WORDS) {
    const args = [net.bytes.length, at / 32, toHex(net.bytes.subarray(at, at + 32 * WORDS))]
    const sent = await sendTransaction(open, placed.contract, 'store', args)
    if (sent.status !== 'success') throw new Error(`store was refused: ${sent.trap ?? sent.revert?.name}`)
    upload += Number(sent.gasUsed)
  }
  return upload
}

/** The registry itself: what its transactions take, and calls of both versions. */
async function inRegistry(open: OpenEngine, lab: Overlay, v1: Net, v2: Net) {
  const placed = await deployed(open, lab, await built(lab, 'plain'), 'plain')
  const { contract } = placed
  const tell = async (fn: string, args: unknown[]) => {
    const sent = await sendTransaction(open, contract, fn, args)
    if (sent.status !== 'success') throw new Error(`${fn} was refused: ${sent.trap ?? sent.revert?.name}`)
    return Number(sent.gasUsed)
  }
  const parts = ({ contracts }: Net) => contracts.map(({ address }) => address)
  const register = await tell('register', [v1.hash, zeroHash, parts(v1)])
  const propose = await tell('propose', [0, v2.hash, zeroHash, parts(v2)])
  const wait = [{ method: 'evm_increaseTime', params: [NOTICE + 1] }, { method: 'evm_mine' }]
  for (const request of wait) await open.publicClient.request(request as never)
  const call = async (pin: number, net: Net) => ask(open, placed, 'scores', [0, pin], net)
  const before = { v1: await call(1, v1), v2: await call(2, v2) }
  await cacheProgram(open, contract)
  const calls = {
    v1: { gas: before.v1, cached: await call(1, v1) } satisfies CallGas,
    v2: { gas: before.v2, cached: await call(2, v2) } satisfies CallGas,
    newest: await call(0, v2),
  }
  const deprecate = await tell('deprecate', [0, 1])
  return {
    // Rounded: the order of a program's functions depends on the clone's path, and how well it compresses with it.
    deploy: Math.round((placed.deploy + placed.activation) / 100_000) * 100_000,
    register,
    propose,
    deprecate,
    ...calls,
  }
}

if (import.meta.main) {
  const ws = workspace()
  const manifest = await loadManifest(ws, join(ws.labs, '08-model-registry'))
  const dir = makeOverlay(ws, manifest, 'solution')
  const figures = await registryFigures({ manifest, dir })
  const file = join(ws.root, 'docs/data/lab8.json')
  writeFileSync(file, `${JSON.stringify({ environment: await environment(arbos), figures }, null, 2)}\n`)
  console.log('wrote docs/data/lab8.json')
}
