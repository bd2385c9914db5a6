import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSklearn } from '../../../packages/model/src/import/index.ts'
import { loadModel, parseCsv, predict, quantizeInput } from '../../../packages/model/src/index.ts'
import { root } from '../../bootstrap/paths.mjs'
import { integer, table, type Writers } from '../blocks.ts'
import { percent } from './percent.ts'
import { openSession, type Typed, transcript } from './session.ts'

/** Where `train.py` wrote what the guide imports. */
const EXAMPLE = join(root, 'docs', 'examples', 'sklearn')
const NAMES = ['tree', 'forest', 'logistic', 'mlp'] as const
type Name = (typeof NAMES)[number]

export interface SklearnFigures {
  sklearn: string
  trained: number
  tested: number
  /** Rows of the test with a value that the training rows don't reach: a contract refuses them. */
  refused: number
  models: Record<Name, SklearnModel>
}

interface SklearnModel {
  estimator: string
  /** Of scikit-learn itself, and of the model file, on the test's rows. */
  accuracy: number
  accuracyInteger: number
  /** Rows of the test with the same label. */
  same: number
  callGas: number
  codeBytes: number
  activationGas: number
}

/** Types the guide's commands over the committed exports. */
export async function sklearnGuide(): Promise<{ figures: SklearnFigures; writers: Writers }> {
  const session = await openSession()
  try {
    for (const file of readdirSync(EXAMPLE)) copyFileSync(join(EXAMPLE, file), join(session.cwd, file))
    const read = (file: string) => readFileSync(join(session.cwd, file), 'utf8')
    const test = parseCsv(read('wine-test.csv'))
    const expected = JSON.parse(read('expected.json')) as Record<Name, number[]>
    const typed: Record<string, Typed> = {}
    const models: Partial<Record<Name, SklearnModel>> = {}
    let refused = 0
    for (const name of NAMES) {
      typed[`quantize-${name}`] = await session.type(`inkling quantize ${name}.json --rows wine-train.csv`)
      const model = loadModel(read(`${name}.model.json`))
      const said = test.x.map((row) => predict(model, quantizeInput(model.input, row, 'clamp')).label)
      refused = test.x.filter((row) => outside(model, row)).length
      const compiled = await session.type(`inkling compile ${name}.model.json --json`)
      const { costs } = JSON.parse(compiled.lines.join('\n')) as { costs: Costs }
      const right = (labels: number[]) => labels.filter((label, i) => label === test.y[i]).length
      models[name] = {
        estimator: readSklearn(read(`${name}.json`)).estimator,
        accuracy: right(expected[name]) / test.x.length,
        accuracyInteger: right(said) / test.x.length,
        same: said.filter((label, i) => label === expected[name][i]).length,
        callGas: costs.callGas.cached,
        codeBytes: costs.codeBytes,
        activationGas: costs.activationGas,
      }
    }
    typed.eval = await session.type('inkling eval mlp.model.json wine-test.csv --label cultivar')
    typed.predict = await session.type('inkling predict mlp.model.json --csv wine-test.csv --row 1')
    const outsider = test.x.findIndex((row) => outside(loadModel(read('mlp.model.json')), row))
    typed.refused = await session.type(
      `inkling predict mlp.model.json --csv wine-test.csv --row ${outsider + 1}`,
      { code: 2 },
    )
    const figures: SklearnFigures = {
      sklearn: readSklearn(read('mlp.json')).sklearn,
      trained: parseCsv(read('wine-train.csv')).x.length,
      tested: test.x.length,
      refused,
      models: models as Record<Name, SklearnModel>,
    }
    return { figures, writers: writersOf(figures, typed) }
  } finally {
    await session.close()
  }
}

/** What `inkling compile --json` says of costs, as far as the guides use it. */
export interface Costs {
  kernelInk: { min: number; max: number }
  callGas: { cached: number; uncached: number }
  codeBytes: number
  activationGas: number
}

function writersOf(figures: SklearnFigures, typed: Record<string, Typed>): Writers {
  return {
    'sklearn-quantize': () => transcript(typed['quantize-mlp']!),
    'sklearn-eval': () => transcript(typed.eval!),
    'sklearn-predict': () => transcript(typed.predict!),
    'sklearn-refused': () => transcript(typed.refused!),
    'sklearn-models': () =>
      table(
        ['estimator', 'scikit-learn', 'integers', 'same label', 'call, gas', 'code, bytes'],
        NAMES.map((name) => {
          const model = figures.models[name]
          return [
            `\`${model.estimator}\``,
            percent(model.accuracy),
            percent(model.accuracyInteger),
            `${model.same} of ${figures.tested}`,
            integer(model.callGas),
            integer(model.codeBytes),
          ]
        }),
      ),
  }
}

function outside(model: ReturnType<typeof loadModel>, row: number[]): boolean {
  try {
    quantizeInput(model.input, row)
    return false
  } catch {
    return true
  }
}
