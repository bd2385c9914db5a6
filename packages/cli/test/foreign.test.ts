import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { workbench } from './run.ts'

const bench = workbench()
afterAll(bench.remove)

// biome-ignore lint/suspicious/noExplicitAny: files of three oracles
const golden = (name: string): any =>
  JSON.parse(readFileSync(new URL(`../../model/test/golden/${name}.json`, import.meta.url), 'utf8'))

/** Rows as a table, the label last. */
function table(columns: string[], rows: number[][], labels: number[], scale: number): string {
  const lines = rows.map((row, i) => [...row.map((value) => value / scale), labels[i]].join(','))
  return `${[...columns, 'truth'].join(',')}\n${lines.join('\n')}\n`
}

test.each(['xgboost-3', 'lightgbm'])('%s: JSON with rows of its data', async (name) => {
  const { model, input, scale, label } = golden(`boosting/${name}`)
  const features = model.feature_names ?? model.learner.feature_names
  bench.put('boosted.json', JSON.stringify(model))
  bench.put('rows.csv', table(features, input, label, scale))
  expect(await bench.inkling('quantize boosted.json --rows rows.csv --json')).toMatchObject({ code: 0 })
  const judged = (await bench.inkling('eval boosted.model.json rows.csv --label truth --json')).json()
  expect(judged.accuracy).toBeGreaterThan(0.99)
})

test.each(['mlp-3', 'cnn', 'forest-3'])('onnx %s: columns by their order', async (name) => {
  const { onnx, input, width, scale, label } = golden(`onnx/${name}`)
  const flat = Buffer.from(input, 'base64')
  // The importer's own test takes all rows; this one takes the road from file to file.
  const labels: number[] = label.slice(0, name === 'cnn' ? 200 : undefined)
  const rows = labels.map((_, r) => [...flat.subarray(r * width, (r + 1) * width)])
  const columns = Array.from({ length: width }, (_, i) => `v${i}`)
  bench.put('net.onnx', Buffer.from(onnx, 'base64'))
  bench.put('rows.csv', table(columns, rows, labels, scale))
  const made = await bench.inkling('quantize net.onnx --rows rows.csv --json')
  expect(made).toMatchObject({ code: 0 })
  const judged = (await bench.inkling('eval net.model.json rows.csv --label truth --json')).json()
  expect(judged.accuracy).toBeGreaterThan(name === 'forest-3' ? 0.99 : 0.97)
})

test('what is missing or broken is named', async () => {
  bench.put('net.onnx', 'not an onnx file')
  bench.put('rows.csv', 'a,b,c,truth\n1,2,3,0\n2,3,4,1\n')
  expect((await bench.inkling('quantize net.onnx')).err).toMatch(/is an ONNX file.*\n.*--rows/s)
  const broken = await bench.inkling('quantize net.onnx --rows rows.csv')
  expect(broken).toMatchObject({ code: 2 })
  expect(broken.err).toMatch(/ONNX model: the file/)
  bench.put(
    'tfjs.json',
    JSON.stringify({ format: 'layers-model', weightsManifest: [{ paths: ['gone.bin'] }] }),
  )
  expect((await bench.inkling('quantize tfjs.json --rows rows.csv')).err).toMatch(
    /gone\.bin: there is no such file/,
  )
})
