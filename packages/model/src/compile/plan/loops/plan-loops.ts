import type { LayerModel } from '../../../types.ts'
import { UnsupportedError } from '../../errors.ts'
import {
  add,
  i32,
  i64,
  load,
  mul,
  type Node,
  read,
  shrS,
  sub,
  type Variable,
  variable,
} from '../../ir/nodes.ts'
import type { Program, Statement } from '../../ir/program.ts'
import type { Build, PlanStep } from '../../types.ts'
import type { ScalarSum } from '../dot-sums.ts'
import { planInput } from '../input.ts'
import { type LinearLayer, overFields } from '../linear-layer.ts'
import { argmaxLabel, finishProgram, isPositive, labelOutcome, scoresOutcome } from '../output.ts'
import { min0, scalesOf } from '../requantize.ts'
import type { Source } from '../source.ts'
import { toLinear } from '../to-linear.ts'
import { type Allocate, contractRows, memoryRows, type RowPlace } from './row-places.ts'
import { lanesFor, leastShare, packValues, rowSum } from './row-sum.ts'
import { type WeightRecords, weightFormat, weightRecords } from './weight-rows.ts'

/** Factors that are held in locals at once; the limit is 348 with everything else. */
const MOST_FACTORS = 280
const PAGE = 65_536

/**
 * A kernel with loops for a dense net that is too large for straight-line code: one turn an output, weights in memory
 * as tightly as their range allows. They come from a data segment, are written at the start by constants, or are read
 * from the code of other contracts, one contract at a time.
 */
export function planLoops(
  model: LayerModel,
  build: Build,
  placement: 'data' | 'const-stores' | 'data-contracts',
): { program: Program; steps: PlanStep[] } {
  const input = planInput(model.input)
  const steps: PlanStep[] = [{ where: 'input', what: input.note }]
  const outputAddress = Math.ceil(input.bytes / 8) * 8
  let next = outputAddress + 8 * Math.ceil(model.output.labels.length / 2)
  const place = (bytes: number) => {
    const at = next
    next += Math.ceil(bytes / 8) * 8
    return at
  }
  const rows = placement === 'data-contracts' ? contractRows(place) : memoryRows(place, placement)
  const body: Statement[] = []
  const pool: Variable[] = []
  let source: Source = input.source
  let scores: ScalarSum[] = []
  for (const [i, layer] of model.layers.entries()) {
    const where = `layers[${i}] ${layer.type}`
    if (layer.type !== 'dense')
      throw new UnsupportedError(
        where,
        `placement '${placement}' has dense layers only`,
        "Use placement 'code'",
      )
    const linear = toLinear(layer, where)
    const outputs = overFields(linear, source)
    const bias = outputs.map((output) => output.bias)
    const last = i === model.layers.length - 1
    const size = last ? 4 : linear.requantize!.max - linear.requantize!.min > 255 ? 2 : 1
    const to = place(size * linear.rows.length)
    const made = layerLoops(linear, source, bias, { rows, to, size, last, pool, place })
    body.push(...made.statements)
    steps.push({ where, what: made.note })
    if (last) {
      scores = outputs.map(({ min, max }, o) => ({
        node: load('i64.load32_s', to + 4 * o),
        offset: 0n,
        min: BigInt(min),
        max: BigInt(max),
      }))
    } else source = storedValues(linear, to, size)
  }
  const outcome =
    build === 'scores'
      ? scoresOutcome(scores, outputAddress)
      : labelOutcome(
          model.output.rule === 'sign'
            ? isPositive(scores[0]!)
            : argmaxLabel(scores.map((sum, label) => ({ label, sum }))),
          outputAddress,
        )
  const { before, contracts, ...rest } = rows.finish()
  if (contracts) {
    const bytes = contracts.reduce((n, { code }) => n + code.length, 0)
    steps.push({
      where: 'weights',
      what: `${bytes.toLocaleString('en-US')} bytes in ${contracts.length} data contract${contracts.length > 1 ? 's' : ''}`,
    })
  }
  // rows are read in words, which may reach past the last one
  const pages = Math.ceil((next + 16) / PAGE)
  const program = finishProgram(input, [...before, ...body], outcome, outputAddress, {
    ...rest,
    ...(contracts && { contracts }),
    pages,
  })
  return { steps, program }
}

/** What a layer with requantization leaves in memory, as fields of words. */
function storedValues(layer: LinearLayer, address: number, size: 1 | 2 | 4): Source {
  const { low, high } = scalesOf(layer)
  const count = layer.rows.length
  const perWord = 8 / size
  const words: Source['words'] = []
  for (let first = 0; first < count; first += perWord) {
    const fields = Array.from({ length: Math.min(perWord, count - first) }, (_, k) => ({
      index: first + k,
      pos: k * size * 8,
      bits: size * 8,
    }))
    words.push({ node: load('i64.load', address + first * size), fields })
  }
  return { words, values: layer.rows.map(() => ({ lo: 0, hi: Math.max(0, high), sign: 1, offset: low })) }
}

interface LayerPlaces {
  rows: RowPlace
  /** Where the outputs go, and bytes of each. */
  to: number
  size: 1 | 2 | 4
  last: boolean
  /** Locals that all layers use. */
  pool: Variable[]
  place: Allocate
}

/** A loop over the outputs; where the inputs are too many for the locals, one after another over a part of them. */
function layerLoops(
  layer: LinearLayer,
  source: Source,
  bias: readonly number[],
  { rows, to, size, last, pool, place }: LayerPlaces,
): { statements: Statement[]; note: string } {
  const format = weightFormat(layer)
  const most = Math.max(1, ...source.values.map(({ hi }) => hi))
  const lanes = lanesFor(format, most)
  const perWord = 64 / format.bits
  const chunk = Math.max(perWord, Math.floor((MOST_FACTORS * lanes) / perWord) * perWord)
  const chunks = Math.ceil(layer.inputs / chunk)
  // sums of the chunks before
  const partial = chunks > 1 ? place(8 * layer.rows.length) : 0
  const out = variable('i32', 'out')
  const before = variable('i32', 'before')
  const statements: Statement[] = []
  for (let c = 0; c < chunks; c++) {
    const first = c * chunk
    const count = Math.min(chunk, layer.inputs - first)
    const final = c === chunks - 1
    const values = packValues(source, format, lanes, first, count, pool)
    statements.push(...values.statements)
    const records = weightRecords(layer, format, first, count, final ? bias : undefined)
    let sum = leastShare(values, format, rowSum(values, format, rows.row, 0, most))
    if (c > 0) sum = add(sum, load('i64.load', 0, read(before)))
    const body: Statement[] = []
    if (final) {
      const acc = add(sum, load('i64.load32_s', records.bias!, rows.row))
      const value = last ? acc : scaledValue(layer, records, rows.row, acc)
      const op = { 1: 'i64.store8', 2: 'i64.store16', 4: 'i64.store32' }[size]
      body.push({ kind: 'store', op, address: 0, base: read(out), value })
      body.push({ kind: 'assign', variable: out, value: add(read(out), i32(size)) })
    } else body.push({ kind: 'store', op: 'i64.store', address: 0, base: read(before), value: sum })
    if (chunks > 1) body.push({ kind: 'assign', variable: before, value: add(read(before), i32(8)) })
    if (final) statements.push({ kind: 'assign', variable: out, value: i32(to) })
    if (chunks > 1) statements.push({ kind: 'assign', variable: before, value: i32(partial) })
    statements.push(...rows.each(records, body))
  }
  const parts = chunks > 1 ? `, the inputs in ${chunks} parts` : ''
  return {
    statements,
    note: `${layer.rows.length} turns, ${format.bits} bits a weight, ${lanes} products in one${parts}`,
  }
}

/** ((acc * M + 2^(s-1)) >> s) + zero point - low, clamped; a rounding of one bit less first needs no 2^(s-1). */
function scaledValue(layer: LinearLayer, rows: WeightRecords, row: Node, acc: Node): Node {
  const r = layer.requantize!
  const { low, high } = scalesOf(layer)
  const own = rows.multiplier !== undefined
  const multiplier = own ? load('i64.load32_s', rows.multiplier!, row) : i64(r.multiplier[0]!)
  const product = mul(acc, multiplier)
  const shifted = own
    ? { ...shrS(product, 1), args: [product, sub(load('i64.load8_u', rows.shift!, row), i64(1))] }
    : shrS(product, r.shift[0]! - 1)
  const t = add(shrS(add(shifted, i64(1)), 1), i64(r.zeroPoint - low))
  const atLeast = sub(t, min0(t))
  return add(min0(add(atLeast, i64(-high))), i64(high))
}
