import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anInput } from '../../../test/random-model.ts'
import { runFloatNet } from '../../float-net/index.ts'
import { predict } from '../../reference/predict.ts'
import type { ModelInput } from '../../types.ts'
import { ImportError } from '../errors.ts'
import { importOnnx } from './import-onnx.ts'
import { netOfGraph } from './net-of-graph.ts'
import { type OnnxGraph, readOnnx } from './read-onnx.ts'
import { treesOfGraph } from './trees-of-graph.ts'

/** Written by `scripts/oracle/onnx_golden.py`. */
interface Golden {
  onnx: string
  scale: number
  width: number
  input: string
  scores: number[][]
  label: number[]
}

const folder = new URL('../../../test/golden/onnx/', import.meta.url)
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

function golden(name: string) {
  const file: Golden = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
  const bytes = new Uint8Array(Buffer.from(file.onnx, 'base64'))
  const flat = Buffer.from(file.input, 'base64')
  const rows = file.label.map((_, r) => [...flat.subarray(r * file.width, (r + 1) * file.width)])
  const input: ModelInput = {
    ...anInput(
      file.width,
      'u8',
      0,
      flat.reduce((a, b) => Math.max(a, b)),
    ),
    scale: { num: file.scale, den: 1 },
  }
  return { ...file, bytes, rows, input }
}

test('trees, forests, boosting and nets are there', () => {
  expect(names.toSorted()).toEqual(['boosting', 'cnn', 'forest', 'forest-3', 'mlp-3', 'tree'])
})

test.each(['tree', 'forest', 'forest-3', 'boosting'])(
  '%s: scores within their rounding, labels equal',
  (name) => {
    const { bytes, rows, input, scores, label } = golden(name)
    const leafScale = 2 ** 20
    const model = importOnnx(bytes, { name, input, leafScale })
    const trees = 'trees' in model ? model.trees.length : 0
    const bound = (trees + 1) / 2 + 1e-6 * leafScale
    let tooClose = 0
    for (const [i, row] of rows.entries()) {
      const got = predict(model, row)
      const given = scores[i]!
      // One score stands for the second class; shares are counted from a half.
      const want = got.scores.length > 1 ? given : [name === 'boosting' ? given[1]! : given[1]! - 0.5]
      for (const [k, score] of got.scores.entries())
        expect(Math.abs(score - want[k]! * leafScale)).toBeLessThanOrEqual(bound)
      const [best, next] = (want.length === 1 ? [Math.abs(want[0]!), 0] : want.toSorted((a, b) => b - a)) as [
        number,
        number,
      ]
      if ((best - next) * leafScale > 2 * bound) expect(got.label).toBe(label[i])
      else tooClose++
    }
    expect(rows.length).toBeGreaterThanOrEqual(1000)
    expect(tooClose).toBeLessThanOrEqual(rows.length / 50)
  },
)

test.each(['mlp-3', 'cnn'])('%s: the float net gives the runtime’s label on every row', (name) => {
  const { bytes, rows, scale, scores, label } = golden(name)
  const net = netOfGraph(readOnnx(bytes))
  for (const [i, row] of rows.entries()) {
    const got = runFloatNet(
      net,
      row.map((value) => Math.fround(value / scale)),
    ).at(-1)!
    // mlp-3 ends in a softmax.
    const top = Math.max(...got)
    const sum = got.reduce((total, score) => total + Math.exp(score - top), 0)
    const want = name === 'cnn' ? got : got.map((score) => Math.exp(score - top) / sum)
    for (const [k, score] of scores[i]!.entries()) expect(Math.abs(want[k]! - score)).toBeLessThan(1e-4)
    expect(got.indexOf(top)).toBe(label[i])
  }
})

test.each(['mlp-3', 'cnn'])('%s: int8 labels agree on at least 97 %% of the rows', (name) => {
  const { bytes, rows, input, scale, label } = golden(name)
  const calibration = rows.slice(0, 200).map((row) => row.map((value) => value / scale))
  const model = importOnnx(bytes, { name, input, calibration })
  expect(model.kind).toBe(name === 'cnn' ? 'cnn' : 'mlp')
  const same = rows.filter((row, i) => predict(model, row).label === label[i]).length
  expect(same / rows.length).toBeGreaterThanOrEqual(0.97)
})

const broken: [string, RegExp, (graph: OnnxGraph) => void][] = [
  ['cnn', /node 1 \(Relu\).*branches/, (g) => g.nodes.push({ ...g.nodes[1]!, outputs: ['other'] })],
  ['cnn', /node 1 \(Relu\) is an operator that is not supported/, (g) => (g.nodes[1]!.type = 'Selu')],
  ['cnn', /node 0 \(Conv\) group/, (g) => g.nodes[0]!.attributes.set('group', 2)],
  ['cnn', /node 0 \(Conv\) dilations/, (g) => g.nodes[0]!.attributes.set('dilations', [2, 2])],
  ['cnn', /node 0 \(Conv\) input 1 is no constant/, (g) => g.constants.delete('w1')],
  [
    'cnn',
    /node 3 \(Conv\) takes 5 channels, it is given 6/,
    (g) => (g.constants.get('w2')!.dims = [8, 5, 3, 3]),
  ],
  ['cnn', /node 6 \(Gemm\) takes 72 values/, (g) => g.nodes[3]!.attributes.set('strides', [1, 1])],
  ['cnn', /node 6 \(Gemm\) alpha is not 1/, (g) => g.nodes[6]!.attributes.set('alpha', 2)],
  ['cnn', /node 2 \(MaxPool\) pads/, (g) => g.nodes[2]!.attributes.set('pads', [1, 1, 1, 1])],
  ['cnn', /the graph does not end with a dense layer/, (g) => g.nodes.splice(6)],
  ['cnn', /input is an image of unknown size/, (g) => (g.input.shape = [1, undefined, 14])],
]

test.each(broken)('%s: %s', (name, message, damage) => {
  const graph = readOnnx(golden(name).bytes)
  damage(graph)
  const attempt = () => netOfGraph(graph)
  expect(attempt).toThrow(ImportError)
  expect(attempt).toThrow(message)
})

test('trees: bad lists are named', () => {
  const damaged = (damage: (attributes: OnnxGraph['nodes'][0]['attributes']) => void) => () => {
    const graph = readOnnx(golden('forest-3').bytes)
    const node = graph.nodes[0]!
    damage(node.attributes)
    return treesOfGraph(graph, node)
  }
  const numbers = (value: unknown) => value as number[]
  expect(damaged((a) => a.set('nodes_modes', ['BRANCH_EQ', 'LEAF']))).toThrow('nodes_modes')
  expect(damaged((a) => numbers(a.get('class_weights')).pop())).toThrow('class_weights')
  expect(damaged((a) => (numbers(a.get('class_ids'))[0] = 7))).toThrow('class_ids[0]')
  expect(damaged((a) => (numbers(a.get('nodes_truenodeids'))[0] = 0))).toThrow('reaches it twice')
  expect(damaged((a) => (numbers(a.get('nodes_featureids'))[0] = -1))).toThrow('nodes_featureids[0]')
  expect(damaged((a) => numbers(a.get('nodes_values')).pop())).toThrow('different lengths')
})

test('bytes that are no ONNX file end in a typed error', () => {
  const { bytes } = golden('mlp-3')
  expect(() => readOnnx(new Uint8Array())).toThrow('holds no graph')
  expect(() => readOnnx(new TextEncoder().encode('{"format": "json"}'))).toThrow(ImportError)
  for (let length = 1; length < bytes.length; length += 37) {
    try {
      netOfGraph(readOnnx(bytes.subarray(0, length)))
    } catch (error) {
      expect(error).toBeInstanceOf(ImportError)
    }
  }
})
