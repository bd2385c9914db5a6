import { type Board, boardInput, type Decision } from '../data/tic-tac-toe.ts'
import { type GameRecord, playAllLines } from '../evaluate/play-all-lines.ts'
import { integerModel } from '../quantize/integer-model.ts'
import { predict } from '../reference/predict.ts'
import { useBackend } from '../train/backend.ts'
import { choiceLoss } from '../train/choice-loss.ts'
import { TrainingError } from '../train/errors.ts'
import type { FloatRows } from '../train/rows.ts'
import type { QuantizedLayer } from '../train/shift-scales.ts'
import { trainMlp } from '../train/train-mlp.ts'
import { trainQuantized } from '../train/train-quantized.ts'
import type { LayerModel, ModelInput } from '../types.ts'
import type { Recipe } from './types.ts'

export interface GameSettings {
  layers: QuantizedLayer[]
  epochs: number
  quantizedEpochs: number
  batchSize: number
  /** Positions to learn, each with the moves that count as right. */
  positions: () => Decision[]
  /** For the file's provenance. */
  data: string
  sparsity?: number
}

/** Tried one after the other until a net never loses. */
const ATTEMPTS = 8

const cells = Array.from({ length: 9 }, (_, i) => `row ${Math.floor(i / 3)} column ${i % 3}`)

const input: ModelInput = {
  length: 18,
  packing: 'u8',
  min: new Array(18).fill(0),
  max: new Array(18).fill(1),
  features: [...cells.map((cell) => `mine ${cell}`), ...cells.map((cell) => `theirs ${cell}`)],
  scale: { num: 1, den: 1 },
}

/**
 * A recipe for a net that plays tic-tac-toe. It is done when the integer net, by the reference inference, neither
 * loses nor picks a taken cell against any sequence of opponent moves, moving first and moving second.
 */
export function gameRecipe(
  about: Pick<Recipe, 'name' | 'description' | 'seconds'>,
  settings: GameSettings,
): Recipe {
  return {
    ...about,
    async train({ seed = 1, log }) {
      await useBackend('wasm')
      const positions = settings.positions()
      const rows = gameRows(positions)
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const model = await makeGameModel(about.name, rows, settings, seed + 1000 * attempt)
        const right = positions.filter(({ board, best }) => best.includes(choose(model, board))).length
        const record = playAllLines((board) => choose(model, board))
        log(`right in ${right} of ${positions.length} positions; ${say(record)}`)
        if (record.losses + record.illegal > 0) continue
        const { lines, wins, draws, losses } = record
        const accuracy = right / positions.length
        return {
          model,
          metrics: {
            accuracy,
            positions: positions.length,
            lines,
            wins,
            draws,
            losses,
            attempts: attempt + 1,
          },
        }
      }
      throw new TrainingError(
        `none of ${ATTEMPTS} nets played all lines without a loss. Give it more hidden units.`,
      )
    },
  }
}

async function makeGameModel(name: string, rows: FloatRows, settings: GameSettings, seed: number) {
  const { layers, epochs, quantizedEpochs, sparsity, batchSize, data } = settings
  const widths = [18, ...layers.map((layer) => layer.outputs)]
  const common = { seed, loss: choiceLoss, batchSize }
  const start = await trainMlp(rows, { ...common, layers: widths, epochs, learningRate: 0.01 })
  const net = await trainQuantized(rows, {
    ...common,
    start,
    inputMax: 1,
    layers,
    sparsity,
    epochs: quantizedEpochs,
    learningRate: 0.005,
  })
  const method = `any best move counts; ${epochs} epochs float, ${quantizedEpochs} quantization-aware; requantized by shifts`
  return integerModel(net, {
    name,
    input,
    labels: cells,
    provenance: { data, rows: rows.rows, method, seed },
  })
}

/** Inputs and right moves of positions. */
function gameRows(positions: Decision[]): FloatRows {
  const x = new Float32Array(positions.length * 18)
  const targets = new Float32Array(positions.length * 9)
  for (const [i, { board, best }] of positions.entries()) {
    x.set(boardInput(board), i * 18)
    for (const cell of best) targets[i * 9 + cell] = 1
  }
  return { rows: positions.length, x, targets }
}

function choose(model: LayerModel, board: Board): number {
  return predict(model, boardInput(board)).label
}

function say({ lines, wins, draws, losses, illegal }: GameRecord): string {
  return `${lines} lines: ${wins} won, ${draws} drawn, ${losses} lost, ${illegal} broken off`
}
