import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unpackInput } from '../src/input/pack-input.ts'
import { loadModel } from '../src/load-model.ts'
import { predictLayers } from '../src/reference/predict-layers.ts'
import type { Vectors } from '../src/types.ts'

/** Values of every layer from LiteRT, for committed models: `scripts/oracle/litert_models.py`. */
interface Golden {
  sha256: string
  /** Which rows of the model's vectors. */
  vectors: number[]
  [layer: `layer${number}`]: number[][]
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const names = readdirSync(new URL('./golden/models/', import.meta.url)).map((file) =>
  file.replace(/\.json$/, ''),
)

test('the digit nets are among them', () => {
  expect(names).toContain('digits-8x8-64-32-10')
  expect(names.some((name) => name.startsWith('digits-14x14'))).toBe(true)
})

test.each(names)('%s: LiteRT gives the same values in every layer', (name) => {
  const model = loadModel(read(`../models/${name}.model.json`))
  const vectors: Vectors = JSON.parse(read(`../models/${name}.vectors.json`))
  const golden: Golden = JSON.parse(read(`./golden/models/${name}.json`))
  expect(golden.sha256, `${name} was trained again: run scripts/oracle/litert_models.py ${name}`).toBe(
    model.sha256,
  )
  expect(golden.vectors.length).toBeGreaterThanOrEqual(Math.min(500, vectors.input.length))
  for (const [row, at] of golden.vectors.entries()) {
    const results = predictLayers(model, unpackInput(model, vectors.input[at]!))
    for (const [i, { output, name: layer }] of results.entries()) {
      const want = golden[`layer${i}`]?.[row]
      // A table at the end is not LiteRT's: its rule is ours alone.
      if (want === undefined) expect(layer).toContain('table')
      else if (String([...output]) !== String(want))
        expect({ layer, vector: at, values: [...output] }).toEqual({ layer, vector: at, values: want })
    }
  }
})
