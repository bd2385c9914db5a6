import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeModel } from '../src/format/make-model.ts'
import { unpackInput } from '../src/input/pack-input.ts'
import { predict } from '../src/reference/predict.ts'

/** Outputs of LiteRT, an independent runtime, written by `scripts/oracle/litert_random.py`. */
interface Golden {
  model: Parameters<typeof makeModel>[0]
  input: `0x${string}`[]
  output: number[][]
}

const folder = new URL('./golden/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.startsWith('litert-'))

test('there are golden files for each kind of scale', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'litert-per-tensor.json',
      'litert-per-channel.json',
      'litert-per-channel-zero-points.json',
      'litert-left-shift-per-tensor.json',
      'litert-left-shift-per-channel.json',
      'litert-conv-valid.json',
    ]),
  )
})

test.each(files)('%s: every output equal', (file) => {
  const golden: Golden = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  const model = makeModel(golden.model)
  expect(golden.input.length).toBeGreaterThanOrEqual(500)
  const wrong = golden.input.flatMap((hex, row) => {
    const { scores } = predict(model, unpackInput(model, hex))
    const want = golden.output[row]!
    return scores.flatMap((got, o) => (got === want[o] ? [] : [{ row, o, got, want: want[o] }]))
  })
  expect(wrong.slice(0, 3)).toEqual([])
  // A model whose outputs all sit at the clamp would agree with anything.
  const inside = golden.output.flat().filter((value) => value > -128 && value < 127).length
  expect(inside / golden.output.flat().length).toBeGreaterThan(0.25)
})
