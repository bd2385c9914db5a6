import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { formatModel, formatVectors, makeVectors, type Recipe } from '@inkling/model'
import { trainingEnvironment } from './environment.ts'

const folder = new URL('../../packages/model/models/', import.meta.url)

/** Recipes count seeds from here; the committed model is the first. */
const FIRST_SEED = 1

/** One training, as `training.json` keeps it. */
interface Run {
  seed: number
  seconds: number
  accuracy: number | null
}

/** Trains each recipe, writes NAME.model.json, NAME.vectors.json and NAME.metrics.json, and notes the runs. */
export async function trainAll(recipes: Recipe[], seeds: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const recipe of recipes) {
    const { runs, sha256, metrics } = await trainOne(recipe, seeds)
    await save(`${recipe.name}.metrics.json`, `${JSON.stringify({ ...metrics, ...spread(runs) }, null, 2)}\n`)
    await note(recipe.name, { sha256, runs })
  }
}

async function trainOne(recipe: Recipe, seeds: number) {
  const runs: Run[] = []
  let first: { sha256: string; metrics: Record<string, number> } | undefined
  for (let k = 0; k < seeds; k++) {
    const seed = FIRST_SEED + k
    const start = performance.now()
    const log = (line: string) => console.log(`  ${line}`)
    console.log(`${recipe.name}${k > 0 ? `, seed ${seed}` : ''}`)
    // The committed model comes from the recipe's own seed.
    const { model, metrics } = await recipe.train(k === 0 ? { log } : { seed, log })
    const seconds = Math.round((performance.now() - start) / 100) / 10
    runs.push({ seed, seconds, accuracy: metrics.accuracy ?? null })
    console.log(`  ${seconds} s, sha256 ${model.sha256.slice(0, 16)}`)
    if (first) continue
    first = { sha256: model.sha256, metrics }
    await save(`${recipe.name}.model.json`, formatModel(model))
    await save(`${recipe.name}.vectors.json`, formatVectors(makeVectors(model, { count: 500, seed: 7 })))
  }
  return { runs, ...first! }
}

/** Mean, lowest and highest accuracy over the seeds. */
function spread(runs: Run[]): Record<string, number> {
  const values = runs.map((run) => run.accuracy).filter((value) => value !== null)
  if (values.length === 0) return {}
  return {
    seeds: values.length,
    accuracyMean: values.reduce((sum, value) => sum + value, 0) / values.length,
    accuracyLowest: Math.min(...values),
    accuracyHighest: Math.max(...values),
  }
}

/** Puts a model's runs into `training.json`, with the machine they ran on; other models' entries stay. */
async function note(name: string, entry: { sha256: string; runs: Run[] }): Promise<void> {
  const file = new URL('training.json', folder)
  const known = await readFile(file, 'utf8').then(JSON.parse, () => ({ models: {} }))
  const models = { ...known.models, [name]: { ...entry, environment: trainingEnvironment() } }
  const sorted = Object.fromEntries(Object.entries(models).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(file, `${JSON.stringify({ models: sorted }, null, 2)}\n`)
}

async function save(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, folder), text)
}
