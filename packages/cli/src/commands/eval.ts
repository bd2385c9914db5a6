import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { integer } from '@inkling/lab/terminal'
import { type Model, quantizeInput } from '@inkling/model'
import { type Comparison, compareWithFloat, confusion } from '@inkling/model/evaluate'
import { quantizeLayers } from '@inkling/model/quantize'
import type { CommandContext } from '../context.ts'
import { EXIT, InputError } from '../errors.ts'
import { labeledRows } from '../files/labeled-rows.ts'
import { besides } from '../files/out-path.ts'
import { readFloat } from '../files/read-float.ts'
import { readModel } from '../files/read-given.ts'
import { floatMlp, netOptions } from '../float/quantize-float.ts'
import type { FloatModel } from '../float/types.ts'
import { percent } from '../output/percent.ts'
import { columns } from '../output/table.ts'

/** `inkling eval MODEL CSV`: accuracy, confusion, and how far each layer is from the float net. */
export async function run({ args, cwd, out, progress }: CommandContext): Promise<number> {
  const [name, csv] = args.words as [string, string]
  const model = readModel(cwd, name)
  const { features } = model.input
  const { labels } = model.output
  const data = labeledRows(cwd, csv, args.options.label, { features, labels })
  progress(`${data.x.length} rows`)
  // A contract refuses a value out of range; here such rows count with the value at the edge, and it is said.
  const x = data.x.map((row) => quantizeInput(model.input, row, 'clamp'))
  const clamped = data.x.filter((row) => outside(model, row)).length
  const matrix = confusion(model, { x, y: data.y })
  const right = matrix.reduce((sum, row, label) => sum + row[label]!, 0)
  const accuracy = right / data.x.length
  const floatName = args.options.float ?? besides(name, '.float.json')
  const float =
    args.options.float !== undefined || existsSync(resolve(cwd, floatName))
      ? readFloat(cwd, floatName)
      : undefined
  const compared = float && distance(model, float, data.x, floatName)
  const least = args.numbers.min
  const met = least === undefined || accuracy * 100 >= least
  if (args.flags.has('json')) {
    const report = {
      file: name,
      model: model.sha256,
      rows: data.x.length,
      right,
      accuracy,
      clamped,
      labels,
      confusion: matrix,
    }
    out(JSON.stringify({ schema: 'inkling-eval/1', ...report, float: compared ?? null, met }, null, 2))
    return met ? EXIT.ok : EXIT.negative
  }
  out(`${right} of ${integer(data.x.length)} rows right: ${percent(accuracy)}`)
  if (clamped > 0)
    out(
      `${clamped} rows have a value outside the model's range: a contract refuses them, here they count as the edge`,
    )
  out('')
  for (const line of columns([
    ['is \\ said', ...labels],
    ...labels.map((label, i) => [label, ...matrix[i]!.map(integer)]),
  ]))
    out(line)
  if (compared) {
    out('')
    out(`Distance from the float model (${floatName}), in steps of each layer's integers (LSB):`)
    for (const line of columns([
      ['layer', 'mean', 'largest'],
      ...compared.layers.map(({ name: layer, mean, max }) => [layer, mean.toFixed(2), max.toFixed(2)]),
    ]))
      out(`  ${line}`)
    out(`Both give the same label on ${percent(compared.agreement)} of the rows.`)
  }
  if (!met) out(`\nless than the ${least} % of --min`)
  return met ? EXIT.ok : EXIT.negative
}

function outside({ input }: Model, row: number[]): boolean {
  try {
    quantizeInput(input, row)
    return false
  } catch {
    return true
  }
}

/** Undefined for trees: their thresholds are exact. */
function distance(model: Model, float: FloatModel, x: number[][], name: string): Comparison | undefined {
  if (!('layers' in model) || (float.kind !== 'linear' && float.kind !== 'mlp')) return undefined
  const net = floatMlp(float)
  // Quantizing once more gives the units; other weights mean that the files don't belong together.
  const bits = String(model.provenance.weightBits ?? 8)
  const { layers, units } = quantizeLayers(net, netOptions(float, bits))
  const same = layers.every((layer, i) => {
    const other = model.layers[i]
    return other?.type === 'dense' && other.weights.data === layer.weights.data
  })
  if (!same)
    throw new InputError(`${name}: is not the float model that this model was made of`, {
      remedy: 'name the right one with --float, or quantize it again',
    })
  return compareWithFloat(model, net, units, x)
}
