import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rng } from '../../rng.ts'
import { NamesError } from '../errors.ts'
import { nameSplits } from '../index.ts'
import {
  type AttentionFile,
  attentionFile,
  attentionNameFromSeed,
  attentionScores,
  attentionWeights,
  committedAttention,
  type IntegerAttention,
  judgeAttention,
  loadAttention,
} from './index.ts'
import { matrixShapes, POSITIONS } from './types.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
const random = rng(8)
const small = { width: 4, heads: 2, hidden: 3 }
const net = {
  ...small,
  scoreShift: 3,
  hiddenShift: 4,
  outputShift: 2,
  ...Object.fromEntries(
    Object.entries(matrixShapes(small)).map(([name, [rows, columns]]) => [
      name,
      Int32Array.from({ length: rows * columns }, () => Math.floor(random() * 100) - 50),
    ]),
  ),
} as IntegerAttention

/** The rules of the TSDoc again, with exact integers and no care for speed. */
function slowly(symbols: number[]): bigint[] {
  const cell = (m: Int32Array, row: number, columns: number, c: number) => BigInt(m[row * columns + c]!)
  const t = symbols.length - 1
  const floor = (a: bigint, b: bigint) => (a - (((a % b) + b) % b)) / b
  const sum = (n: number, term: (i: number) => bigint) =>
    Array.from({ length: n }, (_, i) => term(i)).reduce((a, b) => a + b, 0n)
  const vector = (l: Int32Array, p: Int32Array, i: number, d: number) =>
    cell(l, symbols[i]!, 4, d) + cell(p, i, 4, d)
  const attended = [0, 1, 2, 3].map((d) => {
    const head = d < 2 ? 0 : 2
    const scores = symbols.map((_, i) => {
      const product = sum(
        2,
        (k) =>
          vector(net.queryLetter, net.queryPosition, t, head + k) *
          vector(net.keyLetter, net.keyPosition, i, head + k),
      )
      return floor(product + 4n, 8n)
    })
    const top = scores.reduce((a, b) => (a > b ? a : b))
    const weights = scores.map((u) => {
      const e = u - top + 768n < 0n ? 0n : u - top + 768n
      return (64n + (e % 64n)) << (e / 64n)
    })
    const total = weights.reduce((a, b) => a + b)
    // A mean rounded half up.
    const weighted = sum(
      symbols.length,
      (i) => weights[i]! * vector(net.valueLetter, net.valuePosition, i, d),
    )
    return floor(2n * weighted + total - (total % 2n), 2n * total)
  })
  const neurons = [0, 1, 2].map((j) => {
    const near = cell(net.hiddenLetter, symbols[t]!, 3, j) + cell(net.hiddenPosition, t, 3, j)
    const value = near + floor(sum(4, (d) => cell(net.hiddenAttention, d, 3, j) * attended[d]!) + 8n, 16n)
    return value < 0n ? 0n : value > 127n ? 127n : value
  })
  return Array.from({ length: 27 }, (_, y) => {
    const near = cell(net.outputLetter, symbols[t]!, 27, y) + cell(net.outputPosition, t, 27, y)
    const behind =
      sum(4, (d) => cell(net.outputAttention, d, 27, y) * attended[d]!) +
      sum(3, (j) => cell(net.outputHidden, j, 27, y) * neurons[j]!)
    return 4608n + 16n * near + floor(behind + 2n, 4n)
  })
}

describe('attention', () => {
  test('is what its rules say, in exact integers', () => {
    for (let n = 0; n < 200; n++) {
      const length = 1 + Math.floor(random() * POSITIONS)
      const symbols = Array.from({ length }, () => Math.floor(random() * 27))
      expect(Array.from(attentionScores(net, symbols), BigInt)).toEqual(slowly(symbols))
    }
  })

  test('looks at what came before and not at what its position says alone', () => {
    const after = (name: string) => attentionScores(net, [0, ...Buffer.from(name).map((c) => c - 96)])
    expect(after('anna')).not.toEqual(after('bnna'))
    expect(after('anna')).not.toEqual(after('nana'))
  })

  test('a file holds the net; a changed one is refused', () => {
    const file = attentionFile(net, 'small', {})
    expect(loadAttention(JSON.parse(JSON.stringify(file)))).toEqual(net)
    expect(() => loadAttention({ ...file, scoreShift: 4 })).toThrow('changed after it was made')
    expect(() => loadAttention({ ...file, format: 'inkling-model/1' } as never)).toThrow(NamesError)
    const { outputHidden: _, ...matrices } = file.matrices
    expect(() => loadAttention({ ...file, matrices })).toThrow(NamesError)
    expect(() => attentionFile({ ...net, queryLetter: new Int32Array(5) }, 'short', {})).toThrow()
    expect(() => attentionFile({ ...net, queryLetter: net.queryLetter.with(0, 200) }, 'wide', {})).toThrow()
  })

  test('what is no name so far is refused', () => {
    expect(() => attentionWeights(net, [])).toThrow(NamesError)
    expect(() => attentionWeights(net, new Array(14).fill(1))).toThrow('not 1 to 13')
    for (const bad of [27, -1, 1.5, Number.NaN])
      expect(() => attentionWeights(net, [0, bad])).toThrow('integers from 0 to 26')
    expect(() => attentionNameFromSeed(new Uint8Array(33))).toThrow(NamesError)
  })
})

describe('the committed transformer', () => {
  test('knows names better than the network of three letters, on the same names held out', () => {
    const metrics = read('models/names-attention.metrics.json')
    const other = read('models/names-48-64-27.metrics.json')
    const judged = judgeAttention(committedAttention(), nameSplits().test)
    expect(judged.nats).toBeCloseTo(metrics.nats, 9)
    expect(judged.steps).toBe(other.heldOutSteps)
    expect(judged.nats).toBeLessThan(other.nats)
    expect((read('models/names-attention.net.json') as AttentionFile).sha256).toBe(metrics.sha256)
  })

  test('the golden names', () => {
    const { seeds } = read('test/golden/names.json') as { seeds: string[] }
    const { names } = read('test/golden/names-attention.json') as { names: string[] }
    expect(names.length).toBeGreaterThanOrEqual(500)
    for (const [i, hex] of seeds.entries())
      if (i % 10 === 0) expect(attentionNameFromSeed(Uint8Array.from(Buffer.from(hex, 'hex')))).toBe(names[i])
  })
})
