import { UnsupportedError } from '../errors.ts'
import type { Statement } from '../ir/program.ts'
import { dotSums, type ScalarSum } from './dot-sums.ts'
import { laneSums } from './lane-sums.ts'
import { groupLanes, type LaneWord } from './lanes.ts'
import type { LayerOptions } from './layer-options.ts'
import { type LinearLayer, type LinearOutput, overFields } from './linear-layer.ts'
import { clampLanes, clampScalars, packScaled, scalesOf } from './requantize.ts'
import { extract, type Source } from './source.ts'

/** A set of options does not work for a layer: a value has no room. The planner tries the next one. */
export class Infeasible extends Error {}

function needs(outputs: readonly LinearOutput[], extra: (o: number) => bigint) {
  return outputs.map(({ min, max, mask }, output) => ({
    output,
    min: BigInt(min) + extra(output),
    max: BigInt(max) + extra(output),
    mask,
  }))
}

/** Sums of a layer, one number an output. */
export function linearSums(
  layer: LinearLayer,
  source: Source,
  options: LayerOptions,
  body: Statement[],
): { sums: ScalarSum[]; note: string } {
  const outputs = overFields(layer, source)
  if (options.sum === 'dot') {
    const made = dotSums(outputs, source)
    if (!made) throw new Infeasible('dot')
    return made
  }
  const wanted = needs(outputs, () => 0n)
  const words = groupLanes(wanted, 'exact')
  const { nodes, note } = laneSums(outputs, source, words, () => 0n, options, body)
  const sums: ScalarSum[] = new Array(outputs.length)
  for (const [k, { lanes }] of words.entries()) {
    const fields = lanes.map((l) => ({ index: l.output, pos: l.pos, bits: l.width }))
    for (const [at, lane] of lanes.entries()) {
      const { min, max } = wanted[lane.output]!
      sums[lane.output] = { node: extract({ node: nodes[k]!, fields }, at), offset: lane.offset, min, max }
    }
  }
  return { sums, note }
}

/** A layer with requantization: its values for the next layer. */
export function linearStep(
  layer: LinearLayer,
  source: Source,
  options: LayerOptions,
  body: Statement[],
): { source: Source; note: string } {
  const scales = scalesOf(layer)
  if (scales.high <= 0) {
    // every output is the same number
    const values = layer.rows.map(() => ({ lo: 0, hi: 0, sign: 1 as const, offset: scales.low }))
    return { source: { values, words: [] }, note: 'constant' }
  }
  if (options.clamp === 'signed' || options.clamp === 'exact') {
    if (!scales.whole) throw new Infeasible('clamp')
    if (options.sum === 'dot') throw new Infeasible('dot')
    return wholeWords(layer, source, options, options.clamp, body)
  }
  const { sums, note } = linearSums(layer, source, options, body)
  const made =
    options.clamp === 'pack'
      ? packScaled(sums, scales, options.most)
      : clampScalars(sums, scales, () => {
          throw new UnsupportedError(
            layer.where,
            'the requantization of a sum leaves int64',
            'Use a multiplier below 2^31 and a smaller shift',
          )
        })
  if (!made) throw new Infeasible('pack')
  const how = options.clamp === 'pack' ? `clamped in ${made.words.length} words` : 'clamped one by one'
  return { source: made, note: `${note}; ${how}` }
}

function wholeWords(
  layer: LinearLayer,
  source: Source,
  options: LayerOptions,
  form: 'exact' | 'signed',
  body: Statement[],
): { source: Source; note: string } {
  const scales = scalesOf(layer)
  const { shift } = scales.whole!
  const outputs = overFields(layer, source)
  const extra = (o: number) => scales.of[o]!.constant
  const ranges = needs(outputs, extra)
  // the exact form shifts before it clamps: its lowest value has to be a multiple of 2^shift
  const down = (n: bigint) => (n >> BigInt(shift)) << BigInt(shift)
  const wanted = form === 'exact' ? ranges.map((r) => ({ ...r, min: down(r.min) })) : ranges
  const words: LaneWord[] = grouped(wanted, form, options, layer.channels)
  const { nodes, note } = laneSums(outputs, source, words, extra, options, body)
  const made = clampLanes(words, nodes, ranges, scales, form)
  if (!made) throw new Infeasible('exact')
  return { source: made, note: `${note}; clamped word by word` }
}

/** Groups of outputs; of each position by itself where the next layer wants all positions alike. */
function grouped(
  wanted: Parameters<typeof groupLanes>[0],
  form: 'exact' | 'signed',
  { most, alike }: LayerOptions,
  channels: number | undefined,
): LaneWord[] {
  if (!alike || channels === undefined) return groupLanes(wanted, form, most)
  const words: LaneWord[] = []
  for (let first = 0; first < wanted.length; first += channels)
    words.push(...groupLanes(wanted.slice(first, first + channels), form, most))
  return words
}
