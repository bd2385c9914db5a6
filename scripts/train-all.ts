/**
 * Trains the committed models again and writes model file, vectors and metrics of each.
 *
 *     npm run train:all                     all of them
 *     npm run train:all -- --list           names, and about how long each takes
 *     npm run train:all -- --only iris-linear,wine-linear
 *     npm run train:all -- --seeds 3        also with two other seeds: mean, lowest and highest accuracy
 */
import { parseArgs } from 'node:util'
import { recipes } from '@inkling/model/recipes'
import { trainAll } from './train/train-all.ts'

const usage = `npm run train:all -- [--only NAME,NAME] [--seeds N] [--list]`

try {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      seeds: { type: 'string', default: '1' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const names = values.only?.split(',') ?? recipes.map((recipe) => recipe.name)
  const unknown = names.find((name) => !recipes.some((recipe) => recipe.name === name))
  const seeds = Number(values.seeds)
  if (values.help) console.log(usage)
  else if (values.list)
    for (const { name, seconds, description } of recipes)
      console.log(`${name.padEnd(36)} ${String(seconds).padStart(5)} s  ${description}`)
  else if (unknown !== undefined) fail(`There is no model '${unknown}'. See --list.`)
  else if (!Number.isInteger(seeds) || seeds < 1)
    fail(`--seeds is '${values.seeds}', not a whole number from 1.`)
  else
    await trainAll(
      recipes.filter((recipe) => names.includes(recipe.name)),
      seeds,
    )
} catch (error) {
  if (!(error instanceof TypeError && 'code' in error)) throw error
  fail(error.message)
}

function fail(problem: string): void {
  console.error(`${problem}\n${usage}`)
  process.exitCode = 2
}
