/**
 * The figures of lesson 4. `npm run lab -- run scripts/docs/network-figures.ts` measures them and writes
 * `docs/data/lab4.json`: it trains twice, so it takes about a minute.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toHex } from 'viem'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { makeOverlay } from '../../packages/lab/src/build/overlay.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { type OpenEngine, openEngine } from '../../packages/lab/src/engine/open.ts'
import { sendTransaction, signers } from '../../packages/lab/src/engine/send.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import type { CallOutcome, DeployedContract } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import {
  type Board,
  boardInput,
  EMPTY_BOARD,
  ticTacToeDecisions,
} from '../../packages/model/src/data/index.ts'
import {
  type DenseLayer,
  type LayerModel,
  loadModel,
  predict,
  predictLayers,
  readTensor,
} from '../../packages/model/src/index.ts'
import { entryCost, prices } from '../../packages/wasm/src/index.ts'
import { environment } from '../bench/environment.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { cacheProgram, partsOf } from './contract-figures.ts'
import { byteGas } from './lesson-figures.ts'

const arbos = 51

/** A board of the lesson: X holds the center and a corner, O two others, X to move. */
const example: Board = [1, 2, 0, 0, 1, 0, 0, 0, 2]

/** Figures of the lesson that take a minute of training, and what they are of. */
type Training = Awaited<ReturnType<typeof trainingFigures>>

export interface StoredFigures {
  training?: string
}

/**
 * Everything that lesson 4 states.
 *
 * @param last figures of an earlier run: training is not repeated while its source and its result are the same
 */
export async function networkFigures(lab: Overlay, last?: StoredFigures & Partial<Training>) {
  const source = readFileSync(join(lab.dir, 'train.ts'), 'utf8')
  const model = loadModel(readFileSync(join(lab.dir, 'data/model.json'), 'utf8')) as LayerModel
  const training = createHash('sha256').update(source).update(model.sha256).digest('hex')
  const same = last?.training === training && last.positions !== undefined
  const { positions, weights, full, quick, one } = same
    ? (last as Training)
    : await trainingFigures(await import(pathToFileURL(join(lab.dir, 'train.ts')).href), model)
  return {
    training,
    positions,
    weights,
    full,
    quick,
    one,
    neuron: neuronFigures(model),
    ...(await costFigures(lab)),
    bench: benchFigures(),
    inputBytes: model.input.length,
    top: (model.layers[0] as DenseLayer).requantize!.max,
    vectors: JSON.parse(readFileSync(join(lab.dir, 'data/model.vectors.json'), 'utf8')).label.length,
    inputs: contractInputsHash(join(lab.dir, 'contract')),
  }
}

/** The same network as kernels and on the EVM, from the bench: gas of the run, and of the call for the EVM. */
function benchFigures() {
  const { models } = JSON.parse(
    readFileSync(new URL('../../docs/data/bench-inference.json', import.meta.url), 'utf8'),
  )
  const model = models.find(({ name }: { name: string }) => name === 'tic-tac-toe-18-32-9')
  const twin = (name: string) => model.twins.find((one: { name: string }) => one.name === name).callGas
  return {
    kernelGas: model.kernelGas,
    solidityGas: twin('solidity'),
    uncheckedGas: twin('solidity-unchecked'),
    packedGas: twin('evm-packed'),
  }
}

async function trainingFigures(train: Record<string, never>, model: LayerModel) {
  const { examine, trainModel, EPOCHS } = train as unknown as {
    examine(model: LayerModel): { positions: number; right: number; taken: number; record: GameCounts }
    trainModel(epochs: number, seed: number): Promise<LayerModel>
    EPOCHS: { full: number; quick: number }
  }
  const said = (one: LayerModel) => {
    const { positions, right, taken, record } = examine(one)
    const { lines, wins, draws, losses, illegal } = record
    return {
      positions,
      right,
      share: Math.round((right / positions) * 10_000) / 10_000,
      taken,
      lines,
      wins,
      draws,
      losses,
      illegal,
    }
  }
  const quickStart = performance.now()
  const quick = said(await trainModel(EPOCHS.quick, 1))
  const quickSeconds = Math.round((performance.now() - quickStart) / 1000)
  const fullStart = performance.now()
  const again = await trainModel(EPOCHS.full, 1)
  const fullSeconds = Math.round((performance.now() - fullStart) / 1000)
  if (again.sha256 !== model.sha256) throw new Error('training gave another model than the committed one')
  return {
    positions: ticTacToeDecisions().length,
    weights: model.layers.reduce(
      (sum, layer) => sum + ('weights' in layer ? readTensor(layer.weights).length : 0),
      0,
    ),
    full: { ...said(model), epochs: EPOCHS.full, seconds: fullSeconds },
    quick: { ...quick, epochs: EPOCHS.quick, seconds: quickSeconds },
    one: { ...said(await trainModel(1, 1)), epochs: 1 },
  }
}

interface GameCounts {
  lines: number
  wins: number
  draws: number
  losses: number
  illegal: number
}

/** One neuron by hand, on the example board: the first one whose sum is positive and odd, so that it rounds. */
function neuronFigures(model: LayerModel) {
  const input = boardInput(example)
  const [hidden] = predictLayers(model, input)
  const acc = [...hidden!.acc!]
  const index = acc.findIndex((sum) => sum > 0 && sum < 500 && sum % 2 === 1)
  const layer = model.layers[0] as DenseLayer
  const weights = readTensor(layer.weights)
  const terms = [...input].flatMap((value, i) =>
    value === 1 ? [{ input: i, weight: weights[index * 18 + i]! }] : [],
  )
  const bias = readTensor(layer.bias)[index]!
  const negative = acc.findIndex((sum) => sum < 0)
  return {
    index,
    bias,
    sum: acc[index]!,
    value: hidden!.output[index]!,
    written: [`${bias}`, ...terms.map(({ weight }) => (weight < 0 ? `- ${-weight}` : `+ ${weight}`))].join(
      ' ',
    ),
    at: terms.map(({ input }) => input).join(', '),
    negative: { index: negative, sum: acc[negative]! },
    zeros: [...hidden!.output].filter((value) => value === 0).length,
    scores: predict(model, input).scores.join(', '),
    label: predict(model, input).label,
    highest: Math.max(...predict(model, input).scores),
    negativeBoards: ticTacToeDecisions().filter(({ board }) => {
      const { scores } = predict(model, boardInput(board))
      return board.every((mark, cell) => mark !== 0 || scores[cell]! < 0)
    }).length,
  }
}

async function costFigures(lab: Overlay) {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const { path } = await buildContract(workspace(), lab.manifest, lab.dir, 'plain')
    const program = await prepareProgram(new Uint8Array(readFileSync(path)), arbos)
    const address = await deployCode(open, program.code)
    const activation = await activate(open, address)
    const abi = labAbi(lab.manifest, 'plain')
    const contract: DeployedContract = {
      address,
      abi,
      build: 'plain',
      wasm: program.wasm,
      code: program.code,
      activation,
    }
    const player = signers()[0]!.address
    await sendTransaction(open, contract, 'newGame', [address, true], {})
    const ask = () =>
      callContract(open, contract, 'bestMove', [toHex(boardInput(EMPTY_BOARD))], { profile: true })
    const turn = () => callContract(open, contract, 'play', [4], { from: player, profile: true })
    const [best, play] = [await ask(), await turn()]
    const sent = await sendTransaction(open, contract, 'play', [4], {})
    // Two people: the same turn without the network.
    const people = await turnOfTwo(open, contract)
    await sendTransaction(open, contract, 'newGame', [address, true], {})
    await cacheProgram(open, contract)
    return {
      codeBytes: program.code.length,
      dataBytes: program.report.dataPayloadBytes,
      dataGas: program.report.dataPayloadBytes * byteGas(),
      entryGas: entryCost(program.report).total,
      entryGasCached: entryCost(program.report, { cached: true }).total,
      activationGas: Number(activation.gasUsed),
      bestMove: { ...outcome(best), cached: Number((await ask()).gas) },
      play: { ...outcome(play), cached: Number((await turn()).gas), txGas: Number(sent.gasUsed) },
      people: outcome(people),
    }
  } finally {
    await open.close()
  }
}

async function turnOfTwo(open: OpenEngine, contract: DeployedContract): Promise<CallOutcome> {
  const [anna, ben] = signers().map(({ address }) => address)
  await sendTransaction(open, contract, 'newGame', [ben, true], {})
  return await callContract(open, contract, 'play', [4], { from: anna!, profile: true })
}

function outcome(call: CallOutcome) {
  const { inkPrice } = prices.CHAIN_DEFAULTS
  const { hostCalls, instructions } = call.profile!
  const host = (pattern: RegExp) =>
    Object.entries(hostCalls).reduce((sum, [name, ink]) => sum + (pattern.test(name) ? ink : 0), 0)
  const storage = host(/storage/)
  const logs = host(/emit_log/)
  const all = host(/./)
  const gas = (ink: number) => Math.round(ink / inkPrice)
  return {
    gas: Number(call.gas),
    ink: Number(call.ink),
    runGas: Math.ceil(Number(call.ink) / inkPrice),
    instructionsGas: gas(instructions),
    storageGas: gas(storage),
    logGas: gas(logs),
    otherHostGas: gas(all - storage - logs),
    parts: partsOf(call),
  }
}

if (import.meta.main) {
  const ws = workspace()
  const manifest = await loadManifest(ws, join(ws.labs, '04-neural-network'))
  const dir = makeOverlay(ws, manifest, 'solution')
  const file = join(ws.root, 'docs/data/lab4.json')
  const last = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).figures : undefined
  const figures = await networkFigures({ manifest, dir }, last)
  writeFileSync(file, `${JSON.stringify({ environment: await environment(arbos), figures }, null, 2)}\n`)
  console.log('wrote docs/data/lab4.json')
}
