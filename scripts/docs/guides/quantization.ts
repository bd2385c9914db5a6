import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { floatMlp, netOptions } from '../../../packages/cli/src/float/quantize-float.ts'
import type { FloatNet } from '../../../packages/cli/src/float/types.ts'
import { compareWithFloat } from '../../../packages/model/src/evaluate/index.ts'
import { parseCsv, quantizeInput } from '../../../packages/model/src/index.ts'
import { quantizeLayers, quantizeMlp } from '../../../packages/model/src/quantize/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { integer, table, type Writers } from '../blocks.ts'
import { percent } from './percent.ts'
import { openSession, type Session, type Typed, transcript } from './session.ts'
import type { Costs } from './sklearn.ts'

const BITS = ['8', '4', '2'] as const
type Bits = (typeof BITS)[number]
const SHARES = [1, 0.999, 0.99, 0.95]
/** Columns that show what a scale does: a wide range, a narrow one, one whose 0 is far away. */
const COLUMNS = ['mean_area', 'mean_smoothness', 'worst_radius']

export interface QuantizationFigures {
  rows: number
  weights: number
  /** Malignant cases that the model calls benign, by bits. */
  missed: Record<`int${Bits}`, number>
  bits: Record<`int${Bits}`, BitsFigures>
}

interface BitsFigures {
  accuracy: number
  agreement: number
  /** Mean and largest distance of the hidden layer from the float net, in LSB. */
  mean: number
  largest: number
  callGas: number
  codeBytes: number
}

interface Eval {
  accuracy: number
  confusion: number[][]
  float: { layers: { mean: number; max: number }[]; agreement: number }
}

/** Trains on two tables, rounds with each width, and types what the guide shows. */
export async function quantizationGuide(): Promise<{ figures: QuantizationFigures; writers: Writers }> {
  const session = await openSession()
  try {
    const tumors = await trained(session, 'breast-cancer', 'tumors', 'benign')
    const typed: Record<string, Typed> = {}
    const bits: Partial<Record<`int${Bits}`, BitsFigures>> = {}
    const missed: Partial<Record<`int${Bits}`, number>> = {}
    for (const width of BITS) {
      const more = width === '8' ? '' : ` --bits ${width}`
      typed[`quantize-${width}`] = await session.type(`inkling quantize tumors.float.json${more}`)
      const command = 'inkling eval tumors.model.json tumors.csv --label benign'
      typed[`eval-${width}`] = await session.type(command)
      const judged = parsed<Eval>(await session.type(`${command} --json`))
      const { costs } = parsed<{ costs: Costs }>(
        await session.type('inkling compile tumors.model.json --json'),
      )
      const hidden = judged.float.layers[0]!
      bits[`int${width}`] = {
        accuracy: judged.accuracy,
        agreement: judged.float.agreement,
        mean: hidden.mean,
        largest: hidden.max,
        callGas: costs.callGas.cached,
        codeBytes: costs.codeBytes,
      }
      missed[`int${width}`] = judged.confusion[0]![1]!
    }
    const wine = await trained(session, 'wine', 'wine', 'cultivar')
    const figures: QuantizationFigures = {
      rows: tumors.x.length,
      weights: tumors.float.layers.reduce((sum, layer) => sum + layer.weights.length, 0),
      missed: missed as QuantizationFigures['missed'],
      bits: bits as QuantizationFigures['bits'],
    }
    return { figures, writers: writersOf(figures, typed, tumors, wine) }
  } finally {
    await session.close()
  }
}

interface Trained {
  name: string
  float: FloatNet
  x: number[][]
  typed: Typed
}

async function trained(session: Session, data: string, name: string, label: string): Promise<Trained> {
  const csv = join(root, 'packages', 'model', 'data', `${data}.csv`)
  copyFileSync(csv, join(session.cwd, `${name}.csv`))
  const typed = await session.type(`inkling train ${name}.csv --label ${label} --kind mlp`)
  const float = JSON.parse(readFileSync(join(session.cwd, `${name}.float.json`), 'utf8')) as FloatNet
  return { name, float, x: parseCsv(readFileSync(csv, 'utf8')).x, typed }
}

const parsed = <T>(typed: Typed): T => JSON.parse(typed.lines.join('\n')) as T

/** The same net, rounded in another way, beside the float net. */
function compared({ float, x }: Trained, bits: Bits, more: { perChannel?: boolean; share?: number }) {
  const net = floatMlp(float)
  const options = { ...netOptions(float, bits), ...more }
  return compareWithFloat(quantizeMlp(net, options), net, quantizeLayers(net, options).units, x)
}

function writersOf(
  figures: QuantizationFigures,
  typed: Record<string, Typed>,
  tumors: Trained,
  wine: Trained,
): Writers {
  return {
    'quantization-train': () => transcript(tumors.typed),
    'quantization-quantize': () => transcript(typed['quantize-8']!),
    'quantization-eval-8': () => transcript(typed['eval-8']!),
    'quantization-eval-4': () => transcript(typed['quantize-4']!, typed['eval-4']!),
    'quantization-columns': () => columnTable(tumors),
    'quantization-bits': () =>
      table(
        [
          'weights',
          'right',
          'same label as the float net',
          'hidden layer off by, LSB',
          'code',
          'call, cached',
        ],
        BITS.map((width) => {
          const { accuracy, agreement, mean, callGas, codeBytes } = figures.bits[`int${width}`]
          return [
            `int${width}`,
            percent(accuracy),
            percent(agreement),
            mean.toFixed(2),
            integer(codeBytes),
            integer(callGas),
          ]
        }),
      ),
    'quantization-channels': () =>
      table(
        ['table', 'weights', 'a scale for each output', 'one for the layer'],
        [tumors, wine].flatMap((data) =>
          (['8', '4'] as const).map((width, i) => [
            i === 0 ? data.name : '',
            `int${width}`,
            percent(compared(data, width, { perChannel: true }).agreement),
            percent(compared(data, width, { perChannel: false }).agreement),
          ]),
        ),
      ),
    'quantization-calibration': () =>
      table(
        ['of the activations seen, inside', 'hidden layer off by, LSB: mean', 'largest', 'same label'],
        SHARES.map((share) => {
          const { layers, agreement } = compared(tumors, '8', { share })
          return [percent(share), layers[0]!.mean.toFixed(2), layers[0]!.max.toFixed(0), percent(agreement)]
        }),
      ),
  }
}

/** One row of the data: what becomes of three of its values. */
function columnTable({ float, x }: Trained): string {
  const { input } = float
  const row = x[0]!
  const integers = quantizeInput(input, row)
  return table(
    ['column', 'value', 'scale', 'zero point', 'integer', 'back again', 'off by, steps'],
    COLUMNS.map((name) => {
      const i = input.features.indexOf(name)
      const { num, den } = Array.isArray(input.scale) ? input.scale[i]! : input.scale
      const zero = input.zeroPoint?.[i] ?? 0
      const back = ((integers[i]! - zero) * den) / num
      return [
        `\`${name}\``,
        String(row[i]),
        den === 1 ? String(num) : `${num}/${den}`,
        String(zero),
        String(integers[i]),
        String(Number(back.toPrecision(5))),
        Math.abs(((back - row[i]!) * num) / den).toFixed(2),
      ]
    }),
  )
}
