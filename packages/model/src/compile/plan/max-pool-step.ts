import { outputSize } from '../../format/layer-shape.ts'
import type { MaxPool2dLayer } from '../../types.ts'
import { add, i64, type Node, sub } from '../ir/nodes.ts'
import { packedMax } from './packed-max.ts'
import { min0 } from './requantize.ts'
import { type FieldWord, readValues, type Source, scalarWord, type Value } from './source.ts'

/** Largest value of each window: whole words where all positions are packed alike, else one value after the other. */
export function maxPoolStep(layer: MaxPool2dLayer, source: Source): { source: Source; note: string } {
  const [rows, columns, channels] = outputSize(layer)
  const windows = windowsOf(layer)
  const values = windows.map((window) => rangeOf(window.map((i) => source.values[i]!)))
  const words = packedWindows(windows, channels, source)
  const note = `${rows} x ${columns} x ${channels} largest values`
  if (words) return { source: { values, words }, note: `${note} in ${words.length} words` }

  const numbers = readValues(source)
  const whole = numbers.map(({ node, offset }) => add(node, i64(-offset)))
  const ends = windows.map((window): Value => {
    const lo = Math.max(...window.map((i) => Number(numbers[i]!.min)))
    return { lo, hi: Math.max(...window.map((i) => Number(numbers[i]!.max))), sign: 1, offset: 0 }
  })
  const scalars = windows.map((window, o) => {
    // a - min(a - b, 0)
    const best = window.map((i) => whole[i]!).reduce((a, b) => sub(a, min0(sub(a, b))))
    return scalarWord(best, o)
  })
  return { source: { values: ends, words: scalars }, note }
}

/** For each output the indices of its inputs. */
function windowsOf(layer: MaxPool2dLayer): number[][] {
  const [, width] = layer.input
  const [rows, columns, channels] = outputSize(layer)
  const windows: number[][] = []
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      for (let c = 0; c < channels; c++) {
        const window: number[] = []
        for (let dy = 0; dy < layer.size[0]; dy++)
          for (let dx = 0; dx < layer.size[1]; dx++)
            window.push(((y * layer.stride[0] + dy) * width + x * layer.stride[1] + dx) * channels + c)
        windows.push(window)
      }
  return windows
}

function rangeOf(values: readonly Value[]): Value {
  const lo = Math.max(...values.map((v) => v.lo))
  return { ...values[0]!, lo, hi: Math.max(...values.map((v) => v.hi)) }
}

/** Whole words, if each position of a window has its channels in the same fields and nothing else beside them. */
function packedWindows(windows: number[][], channels: number, source: Source): FieldWord[] | undefined {
  const { sign, offset } = source.values[0]!
  if (source.values.some((v) => v.sign !== 1 || v.lo < 0 || v.sign !== sign || v.offset !== offset))
    return undefined
  const wordOf = new Map(source.words.flatMap((word) => word.fields.map((f) => [f.index, word] as const)))
  const made: FieldWord[] = []
  for (let first = 0; first < windows.length; first += channels) {
    const left = new Set(Array.from({ length: channels }, (_, c) => first + c))
    while (left.size > 0) {
      const output = Math.min(...left)
      const leader = wordOf.get(windows[output]![0]!)
      if (!leader) return undefined
      const outputs = leader.fields.map(({ index }) => index - windows[output]![0]! + output)
      if (outputs.some((o) => !left.has(o))) return undefined
      const nodes: Node[] = []
      for (const at of windows[output]!.keys()) {
        const word = wordOf.get(windows[output]![at]!)
        const alike =
          word?.fields.length === leader.fields.length &&
          word.fields.every(
            (f, k) => f.index === windows[outputs[k]!]![at] && f.pos === leader.fields[k]!.pos,
          )
        if (!alike) return undefined
        nodes.push(word.node)
      }
      const bits = Math.max(...windows[output]!.flatMap((i) => wordOf.get(i)!.fields.map((f) => f.bits)))
      const largest = nodes.reduce<Node | undefined>(
        (a, b) =>
          a
            ? packedMax(
                a,
                b,
                leader.fields.map(({ pos }) => pos),
                bits,
              )
            : b,
        undefined,
      )
      const crowded = leader.fields.some(({ pos }, k) => (leader.fields[k + 1]?.pos ?? 64) - pos <= bits)
      if (!largest || crowded) return undefined
      made.push({ node: largest, fields: leader.fields.map((f, k) => ({ ...f, bits, index: outputs[k]! })) })
      for (const o of outputs) left.delete(o)
    }
  }
  return made
}
