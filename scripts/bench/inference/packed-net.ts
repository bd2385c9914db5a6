import type { ModelInput, ModelOutput } from '../../../packages/model/src/index.ts'
import { EvmAssembler } from './evm-assembler.ts'
import { checkInput, inputBytes, inputShift, inputWords, refusal } from './evm-input.ts'
import { bitsFor, type Lane, type LaneWord, packLayer, wordOf } from './lanes.ts'
import { accumulatorSpans, type DenseView, outputSpans, type Span } from './net-view.ts'
import { answerLabel } from './packed-label.ts'

/** EIP-170 less a little. */
const ROOM = 24_500

export interface PackedTwin {
  /** Contracts that hold a share of the first layer's words, to be deployed first. */
  parts: Uint8Array[]
  /** The contract to call, once the addresses of the parts are known. */
  main(parts: readonly bigint[]): Uint8Array
}

/** A layer whose inputs are the unsigned numbers at hand, with what packing needs to know. */
interface Stage {
  layer: DenseView
  words: LaneWord[]
  spans: Span[]
  /** All outputs of a word are clamped and shifted at once. */
  together?: { width: number; shift: number; bits: number }
}

/**
 * A dense net as EVM code with many lanes in a 256-bit word: the tightest form we know. Straight line, weights as
 * immediates, zero words left out, exact lane widths from the real weights.
 *
 * @returns undefined where one word of the first layer alone is more than a contract holds
 */
export function packedNet(
  layers: readonly DenseView[],
  input: ModelInput,
  output: ModelOutput,
): PackedTwin | undefined {
  const stages = stagesOf(layers, input)
  const first = stages[0]!
  const whole = () => {
    const code = mainCode(stages, input, output, first.words, [], [])
    return code.length <= ROOM ? code : undefined
  }
  const alone = whole()
  if (alone) return { parts: [], main: () => alone }
  const groups: LaneWord[][] = []
  for (const word of first.words) {
    const last = groups.at(-1)
    if (last && partCode(input, [...last, word]).length <= ROOM) last.push(word)
    else if (partCode(input, [word]).length <= ROOM) groups.push([word])
    else return undefined
  }
  // The rest of the net needs room too: what fits beside it stays in the contract that is called.
  const kept = groups.pop()!
  const spilled: LaneWord[] = []
  const parts = () => (spilled.length > 0 ? [...groups, spilled] : groups)
  const main = (addresses: readonly bigint[]) => mainCode(stages, input, output, kept, parts(), addresses)
  const fits = () => main(parts().map(() => 1n << 159n)).length <= ROOM
  while (kept.length > 0 && !fits()) spilled.unshift(kept.pop()!)
  return fits() ? { parts: parts().map((group) => partCode(input, group)), main } : undefined
}

function stagesOf(layers: readonly DenseView[], input: ModelInput): Stage[] {
  const shift = inputShift(input)
  let inputs: Span[] = input.min.map((min, i) => ({ min: min - shift, max: input.max[i]! - shift }))
  let floor = shift
  return layers.map((given, at) => {
    // Inputs are counted from 0; what that leaves out goes into the bias.
    const layer = foldFloor(given, floor)
    const spans = accumulatorSpans(layer, inputs)
    const last = at === layers.length - 1
    const together = last ? undefined : sharedShift(layer, spans)
    const stage: Stage = {
      layer,
      spans,
      words: packLayer(
        layer,
        spans,
        last
          ? sharedLanes(spans)
          : together && { width: together.width, offset: -(2 ** (together.width - 1)) },
      ),
      ...(together && { together }),
    }
    if (!last) {
      floor = floorOf(layer)
      inputs = outputSpans(layer, spans).map(({ min, max }) => ({ min: min - floor, max: max - floor }))
    }
    return stage
  })
}

function foldFloor(layer: DenseView, floor: number): DenseView {
  if (floor === 0) return layer
  const bias = Array.from({ length: layer.outputs }, (_, o) => {
    let sum = layer.bias[o]!
    for (let i = 0; i < layer.inputs; i++) sum += layer.weights[o * layer.inputs + i]! * floor
    return sum
  })
  return { ...layer, bias }
}

/** Smallest output: what the next layer counts from. */
function floorOf({ relu, requantize }: DenseView): number {
  if (!requantize) throw new Error('a hidden layer has to requantize')
  return relu ? Math.max(requantize.zeroPoint, requantize.min) : requantize.min
}

/** One offset for all, so that lanes compare as scores do. */
function sharedLanes(spans: readonly Span[]): { width: number; offset: number } {
  const min = Math.min(...spans.map((span) => span.min))
  const max = Math.max(...spans.map((span) => span.max))
  return { width: bitsFor(max - min), offset: min }
}

/** ReLU, one shift for all and a clamp to 2^bits - 1 can be done on whole words. */
function sharedShift({ relu, requantize }: DenseView, spans: readonly Span[]): Stage['together'] {
  if (!relu || !requantize) return undefined
  const { multiplier, shift, zeroPoint, min, max } = requantize
  const bits = bitsFor(max)
  const uniform = multiplier.every((m) => m === 1) && shift.every((s) => s === shift[0])
  if (!uniform || zeroPoint !== 0 || min > 0 || max !== 2 ** bits - 1) return undefined
  const most = Math.max(...spans.map((span) => Math.max(span.max, -span.min - 1)))
  return { width: Math.max(bitsFor(most), shift[0]! + bits) + 1, shift: shift[0]!, bits }
}

/** Sums of some words of the first layer, stored one after another from `to`. Values go to memory from `values` on. */
function sumInput(
  code: EvmAssembler,
  input: ModelInput,
  words: readonly LaneWord[],
  values: number,
  to: number,
): void {
  for (const [k, word] of words.entries()) {
    code.push(word.start)
    if (k > 0) {
      for (const [i, weight] of word.weights.entries())
        if (weight !== 0n)
          code
            .push(values + 32 * i)
            .op('MLOAD')
            .push(weight)
            .op('MUL', 'ADD')
    } else {
      const later = (feature: number) =>
        words.some(({ weights }, other) => other > 0 && weights[feature] !== 0n)
      for (const chunk of inputWords(input)) {
        const used = chunk.features.filter(({ feature }) => word.weights[feature] !== 0n || later(feature))
        if (used.length === 0) continue
        chunk.load(code)
        code.swap(1)
        for (const { feature, byte } of used) {
          code.dup(2).push(byte).op('BYTE')
          if (later(feature))
            code
              .dup(1)
              .push(values + 32 * feature)
              .op('MSTORE')
          if (word.weights[feature] === 0n) code.op('POP')
          else code.push(word.weights[feature]!).op('MUL', 'ADD')
        }
        code.swap(1).op('POP')
      }
    }
    code.push(to + 32 * k).op('MSTORE')
  }
}

/** A contract that answers the sums of some words. It trusts its caller to have checked the input. */
function partCode(input: ModelInput, words: readonly LaneWord[]): Uint8Array {
  const code = new EvmAssembler()
  const values = 32 * words.length
  sumInput(code, input, words, values, 0)
  code
    .push(32 * words.length)
    .push(0)
    .op('RETURN')
  return code.bytes()
}

function mainCode(
  stages: readonly Stage[],
  input: ModelInput,
  output: ModelOutput,
  kept: readonly LaneWord[],
  groups: readonly (readonly LaneWord[])[],
  addresses: readonly bigint[],
): Uint8Array {
  const code = new EvmAssembler()
  checkInput(code, input)
  const sums = 32 * Math.ceil(inputBytes(input) / 32)
  const order: LaneWord[] = []
  if (groups.length > 0) code.push(inputBytes(input)).push(0).push(0).op('CALLDATACOPY')
  for (const [g, group] of groups.entries()) {
    code
      .push(32 * group.length)
      .push(sums + 32 * order.length)
      .push(inputBytes(input))
      .push(0)
    code.push(addresses[g]!).op('GAS', 'STATICCALL', 'ISZERO').pushLabel('refuse').op('JUMPI')
    order.push(...group)
  }
  const values = sums + 32 * stages[0]!.words.length
  sumInput(code, input, kept, values, sums + 32 * order.length)
  order.push(...kept)
  let from = sums
  let words: readonly LaneWord[] = order
  for (const [at, stage] of stages.slice(0, -1).entries()) {
    const next = stages[at + 1]!
    // Two areas in turn, so that no layer writes over the sums it reads.
    const to = values + (at % 2) * 32 * (64 + Math.max(...stages.map(({ layer }) => layer.inputs)))
    nextSums(code, stage, words, from, next, to)
    from = to + 32 * next.layer.inputs
    words = next.words
  }
  answerLabel(code, words, from, output)
  refusal(code)
  return code.bytes()
}

/** Takes the outputs out of the words at `from` and adds them up for the next layer; its sums end behind `values`. */
function nextSums(
  code: EvmAssembler,
  stage: Stage,
  words: readonly LaneWord[],
  from: number,
  next: Stage,
  values: number,
): void {
  const single = next.words.length === 1 ? next.words[0] : undefined
  if (single) code.push(single.start)
  for (const [k, word] of words.entries()) {
    code.push(from + 32 * k).op('MLOAD')
    if (stage.together) clampTogether(code, word.lanes, stage.together)
    if (single) code.swap(1)
    for (const lane of word.lanes) {
      const weights = next.words.map((other) => other.weights[lane.output]!)
      if (weights.every((weight) => weight === 0n)) continue
      code.dup(single ? 2 : 1)
      takeLane(code, stage, lane)
      if (single) code.push(weights[0]!).op('MUL', 'ADD')
      else code.push(values + 32 * lane.output).op('MSTORE')
    }
    if (single) code.swap(1)
    code.op('POP')
  }
  const to = values + 32 * next.layer.inputs
  if (single) {
    code.push(to).op('MSTORE')
    return
  }
  for (const [k, word] of next.words.entries()) {
    code.push(word.start)
    for (const [i, weight] of word.weights.entries())
      if (weight !== 0n)
        code
          .push(values + 32 * i)
          .op('MLOAD')
          .push(weight)
          .op('MUL', 'ADD')
    code.push(to + 32 * k).op('MSTORE')
  }
}

/** A word on the stack becomes one output's value, counted from the layer's floor. */
function takeLane(code: EvmAssembler, { layer, spans, together }: Stage, lane: Lane): void {
  if (lane.position > 0) code.push(lane.position).op('SHR')
  const width = together ? together.bits : lane.width
  code.push((1n << BigInt(width)) - 1n).op('AND')
  if (together) return
  const { multiplier, shift, zeroPoint, max } = layer.requantize!
  const [m, s] = [BigInt(multiplier[lane.output]!), BigInt(shift[lane.output]!)]
  const floor = floorOf(layer)
  const down = BigInt(floor - zeroPoint)
  const add = BigInt(lane.offset) * m + (1n << (s - 1n)) - (down << s)
  if (m !== 1n) code.push(m).op('MUL')
  if (add !== 0n) code.push(((add % (1n << 256n)) + (1n << 256n)) % (1n << 256n)).op('ADD')
  const { min: low, max: high } = spans[lane.output]!
  const scaled = (acc: number) => ((BigInt(acc) - BigInt(lane.offset)) * m + add) >> s
  code.push(s).op(scaled(low) < 0n ? 'SAR' : 'SHR')
  // max(t, 0), then min(t, top), without branches
  if (scaled(low) < 0n) code.dup(1).push(0).op('SLT', 'MUL')
  const top = BigInt(max - floor)
  if (scaled(high) > top) {
    // t ^ ((t ^ top) * (top < t))
    code.dup(1).push(top).op('XOR').dup(2).push(top).op('LT', 'MUL', 'XOR')
  }
}

/** ReLU, shift with rounding and clamp of all lanes of a word. */
function clampTogether(
  code: EvmAssembler,
  lanes: readonly Lane[],
  { width, shift, bits }: NonNullable<Stage['together']>,
): void {
  const each = (value: number) => wordOf(lanes, () => value)
  const rest = width - shift
  // The top bit is set where the accumulator is not negative: it becomes a mask of the bits below.
  code
    .dup(1)
    .push(each(2 ** (width - 1)))
    .op('AND')
  code
    .dup(1)
    .push(width - 1)
    .op('SHR')
    .swap(1)
    .op('SUB', 'AND')
  code
    .push(each(2 ** (shift - 1)))
    .op('ADD')
    .push(shift)
    .op('SHR')
    .push(each(2 ** rest - 1))
    .op('AND')
  // Bit `rest` is set where the value is above 2^bits - 1.
  code
    .dup(1)
    .push(each(2 ** rest - 2 ** bits))
    .op('ADD')
    .push(each(2 ** rest))
    .op('AND')
  code
    .push(rest)
    .op('SHR')
    .push(2 ** bits - 1)
    .op('MUL', 'OR')
    .push(each(2 ** bits - 1))
    .op('AND')
}
