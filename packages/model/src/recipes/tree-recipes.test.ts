import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatModel } from '../format-model.ts'
import { formatVectors, makeVectors } from '../make-vectors.ts'
import { treeRecipes } from './tree-recipes.ts'

const committed = (file: string) =>
  readFileSync(new URL(`../../models/${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')

/** Of the inference specification's table of data sets: tree and forest. */
const TARGETS: Record<string, number> = {
  'phishing-tree': 0.922,
  'phishing-forest-32x6': 0.927,
  'phishing-boosted-100': 0.927,
}

test.each(treeRecipes)('$name: training again gives the committed files', async (recipe) => {
  const lines: string[] = []
  const { model, metrics } = await recipe.train({ log: (line) => lines.push(line) })
  expect(model.name).toBe(recipe.name)
  expect(formatModel(model)).toBe(committed(`${recipe.name}.model.json`))
  expect(formatVectors(makeVectors(model, { count: 500, seed: 7 }))).toBe(
    committed(`${recipe.name}.vectors.json`),
  )
  // The committed file also has the mean over seeds, which train:all adds.
  expect(JSON.parse(committed(`${recipe.name}.metrics.json`))).toMatchObject(metrics)
  expect(metrics.accuracy).toBeGreaterThanOrEqual(TARGETS[recipe.name]!)
  expect(lines).toHaveLength(1)
})
