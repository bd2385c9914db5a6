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
import { lanesFor, leastShare, packValues, rowSum } from './row-sum.ts'
import { weightRows } from './weight-rows.ts'

/** Factors that are held in locals at once; the limit is 348 with everything else. */
const MOST_FACTORS = 280
const PAGE = 65_536

/**
 * A kernel with loops for a dense net that is too large for straight-line code: one turn an output, weights in memory
 * as tightly as their range allows. They come from a data segment, or are written at the start by constants.
 */
export function planLoops(
  model: LayerModel,
  build: Build,
  placement: 'data' | 'const-stores',
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
  const segments: { offset: number; bytes: Uint8Array }[] = []
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
    const rows = weightRows(
      linear,
      outputs.map(({ bias }) => bias),
    )
    const address = place(rows.bytes.length)
    segments.push({ offset: address, bytes: rows.bytes })
    const last = i === model.layers.length - 1
    const size = last ? 4 : linear.requantize!.max - linear.requantize!.min > 255 ? 2 : 1
    const to = place(size * linear.rows.length)
    const made = layerLoops(linear, source, rows, address, to, size, last, pool, place)
    body.push(...made.statements)
    steps.push({
      where,
      what: `${linear.rows.length} turns, ${rows.bits} bits a weight, ${made.lanes} products in one`,
    })
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
  // rows are read in words, which may reach past the last one
  const pages = Math.ceil((next + 16) / PAGE)
  const stores = placement === 'const-stores' ? segments.flatMap(constantStores) : []
  return {
    steps,
    program: finishProgram(input, [...stores, ...body], outcome, outputAddress, {
      data: placement === 'data' ? segments : [],
      pages,
    }),
  }
}

function constantStores({ offset, bytes }: { offset: number; bytes: Uint8Array }): Statement[] {
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8)
  padded.set(bytes)
  const view = new DataView(padded.buffer)
  return Array.from({ length: padded.length / 8 }, (_, k) => ({
    kind: 'store',
    op: 'i64.store',
    address: offset + 8 * k,
    value: i64(view.getBigInt64(8 * k, true)),
  }))
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

function layerLoops(
  layer: LinearLayer,
  source: Source,
  rows: ReturnType<typeof weightRows>,
  address: number,
  to: number,
  size: 1 | 2 | 4,
  last: boolean,
  pool: Variable[],
  place: (bytes: number) => number,
): { statements: Statement[]; lanes: number } {
  const most = Math.max(1, ...source.values.map(({ hi }) => hi))
  const lanes = lanesFor(rows, most)
  const perWord = 64 / rows.bits
  const chunk = Math.max(perWord, Math.floor((MOST_FACTORS * lanes) / perWord) * perWord)
  const chunks = Math.ceil(layer.inputs / chunk)
  // sums of the chunks before
  const partial = chunks > 1 ? place(8 * layer.rows.length) : 0
  const counters = {
    row: variable('i32', 'row'),
    out: variable('i32', 'out'),
    before: variable('i32', 'before'),
  }
  const statements: Statement[] = []
  for (let c = 0; c < chunks; c++) {
    const first = c * chunk
    const values = packValues(source, rows, lanes, first, Math.min(chunk, layer.inputs - first), pool)
    statements.push(...values.statements)
    const { row, out, before } = counters
    const end = address + rows.record * layer.rows.length
    const final = c === chunks - 1
    let sum = leastShare(values, rows, rowSum(values, rows, read(row), (first * rows.bits) / 8, most))
    if (c > 0) sum = add(sum, load('i64.load', 0, read(before)))
    const body: Statement[] = []
    if (final) {
      const acc = add(sum, load('i64.load32_s', rows.bias, read(row)))
      const value = last ? acc : scaledValue(layer, rows, read(row), acc)
      const op = { 1: 'i64.store8', 2: 'i64.store16', 4: 'i64.store32' }[size]
      body.push({ kind: 'store', op, address: 0, base: read(out), value })
      body.push({ kind: 'assign', variable: out, value: add(read(out), i32(size)) })
    } else body.push({ kind: 'store', op: 'i64.store', address: 0, base: read(before), value: sum })
    if (chunks > 1) body.push({ kind: 'assign', variable: before, value: add(read(before), i32(8)) })
    body.push({ kind: 'assign', variable: row, value: add(read(row), i32(rows.record)) })
    statements.push({ kind: 'assign', variable: row, value: i32(address) })
    if (final) statements.push({ kind: 'assign', variable: out, value: i32(to) })
    if (chunks > 1) statements.push({ kind: 'assign', variable: before, value: i32(partial) })
    const again = sub(read(row), i32(end))
    statements.push({ kind: 'loop', body, again, turns: layer.rows.length })
  }
  return { statements, lanes }
}

/** ((acc * M + 2^(s-1)) >> s) + zero point - low, clamped; a rounding of one bit less first needs no 2^(s-1). */
function scaledValue(layer: LinearLayer, rows: ReturnType<typeof weightRows>, row: Node, acc: Node): Node {
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
