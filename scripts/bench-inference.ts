/**
 * `npm run bench:inference` measures the committed models on the embedded devnode, beside the same models for the
 * EVM, and writes docs/data/bench-inference.json. Pages draw their pictures from it when the site is built.
 *
 *   npm run bench:inference                          all models, the scaling and the places of weights
 *   npm run bench:inference -- --only phishing-tree  some models; the others keep their figures
 *   npm run bench:inference -- --stale               models that changed, or whose kernel did
 *   npm run bench:inference -- --no-rust             without cargo; Rust forms keep no figures
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { environment } from './bench/environment.ts'
import { benchModel, type ModelFigures } from './bench/inference/bench-model.ts'
import { staleReason } from './bench/inference/is-current.ts'
import { benchPlaces, type PlaceFigures } from './bench/inference/places.ts'
import { modelLines } from './bench/inference/print-table.ts'
import { benchScaling, type ScalingFigures } from './bench/inference/scaling.ts'
import { verdicts } from './bench/inference/targets.ts'
import { root } from './bootstrap/paths.mjs'
import { startProgress } from './bootstrap/progress.mjs'

const ARBOS = 51
/** Also built as contracts on stylus-sdk. */
const WITH_SDK = new Set(['phishing-tree', 'digits-8x8-64-32-10'])

interface Report {
  environment: unknown
  models: ModelFigures[]
  scaling: ScalingFigures[]
  places: PlaceFigures[]
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    'no-rust': { type: 'boolean', default: false },
    /** Only models whose figures belong to another file or compiler, or that have none. */
    stale: { type: 'boolean', default: false },
  },
})
const file = join(root, 'docs', 'data', 'bench-inference.json')
const before = stored()
const names = readdirSync(join(root, 'packages', 'model', 'models'))
  .filter((name) => name.endsWith('.model.json'))
  .map((name) => name.slice(0, -'.model.json'.length))
const only = values.only?.split(',')
const unknown = only?.find((name) => !names.includes(name) && name !== 'scaling' && name !== 'places')
if (unknown !== undefined) {
  console.error(`there is no model '${unknown}'; there are ${names.join(', ')}, and scaling, places`)
  process.exit(2)
}
const wanted = (name: string) => {
  if (!values.stale) return only === undefined || only.includes(name)
  const kept = before?.models.find((model) => model.name === name)
  return names.includes(name) && (kept === undefined || staleReason(kept) !== undefined)
}

const env = await environment(ARBOS)
const models: ModelFigures[] = []
let failed = false
for (const name of names) {
  const kept = before?.models.find((model) => model.name === name)
  if (!wanted(name)) {
    // Targets may have moved since.
    if (kept) models.push({ ...kept, verdicts: verdicts(kept) })
    continue
  }
  const progress = startProgress(`Measuring ${name}`)
  try {
    models.push(
      await benchModel(name, { rust: !values['no-rust'], sdk: WITH_SDK.has(name), detail: progress.detail }),
    )
    progress.end()
    for (const line of modelLines(models.at(-1)!)) console.log(line)
  } catch (error) {
    progress.end()
    failed = true
    console.error(`${name}: not measured: ${(error as Error).message}`)
    if (kept) models.push(kept)
  }
  save()
}
const scaling = wanted('scaling')
  ? await shown('Scaling from 1,000 to 1,000,000', benchScaling)
  : (before?.scaling ?? [])
const places = wanted('places')
  ? await shown('Cost by place of weights', benchPlaces)
  : (before?.places ?? [])
save(scaling, places)
console.log('wrote docs/data/bench-inference.json; next: npm run report, npm run docs:data')
process.exitCode = failed ? 1 : 0

async function shown<T>(title: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T> {
  const progress = startProgress(title)
  try {
    return await work(progress.detail)
  } finally {
    progress.end()
  }
}

function stored(): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

/** After every model, so that an interrupted run keeps what it has; models that are still to come keep their last figures. */
function save(scaled = before?.scaling ?? [], placed = before?.places ?? []): void {
  mkdirSync(join(file, '..'), { recursive: true })
  const report: Report = {
    environment: env,
    models: names.flatMap((name) => {
      const current = (list?: ModelFigures[]) => list?.find((model) => model.name === name)
      return current(models) ?? current(before?.models) ?? []
    }),
    scaling: scaled,
    places: placed,
  }
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}
