import { integer } from '@inkling/lab/terminal'
import { formatModel, formatVectors, type Model, makeVectors } from '@inkling/model'
import { importSklearn, readSklearn } from '@inkling/model/import'
import type { ParsedArgs } from '../args.ts'
import { PROGRAM } from '../command-table.ts'
import type { CommandContext } from '../context.ts'
import { EXIT, InputError, UsageError } from '../errors.ts'
import { besides, stemOf, writeOut } from '../files/out-path.ts'
import { readText } from '../files/read-bytes.ts'
import { readFloat } from '../files/read-float.ts'
import { formatOf } from '../files/read-given.ts'
import { readTable } from '../files/read-table.ts'
import { chooseInput } from '../float/choose-input.ts'
import { quantizeFloat } from '../float/quantize-float.ts'
import { modelFacts } from '../inspect/model-facts.ts'
import { fact } from '../output/table.ts'

const VECTORS = 500

/** What `inkling train` wrote, or an export of scikit-learn (`inkling-sklearn/1`) with rows of its data. */
function makeModel(cwd: string, name: string, { bits, rows }: ParsedArgs['options']): Model {
  const text = readText(cwd, name, 'a float model')
  if (formatOf(text, name) !== 'inkling-sklearn/1') {
    if (rows !== undefined)
      throw new UsageError("--rows is for scikit-learn's exports; a float model has its ranges", {
        remedy: 'leave --rows away',
      })
    return quantizeFloat(readFloat(cwd, name), bits)
  }
  if (rows === undefined)
    throw new UsageError(`${name}: is an export of scikit-learn, which has no ranges of its columns`, {
      remedy: `give rows of the data it was fitted on:\n  ${PROGRAM} quantize ${name} --rows TABLE.csv`,
    })
  if (bits !== undefined)
    throw new UsageError("--bits is for float models; scikit-learn's nets become int8", {
      remedy: 'leave it away',
    })
  const { features } = readSklearn(text)
  const table = readTable(cwd, rows)
  const missing = features.filter((feature) => !table.columns.includes(feature))
  if (missing.length > 0)
    throw new InputError(`${rows}: lacks the export's columns ${missing.slice(0, 5).join(', ')}`, {
      remedy: `columns of the file: ${table.columns.join(', ')}`,
    })
  const x = table.rows.map((row, i) => features.map((feature) => table.number(row, feature, i + 1)))
  return importSklearn(text, { name: stemOf(name), input: chooseInput(features, x), calibration: x })
}

/** `inkling quantize FLOAT_MODEL`: writes the model file and its test vectors. */
export async function run({ args, cwd, out, style, progress }: CommandContext): Promise<number> {
  const name = args.words[0] as string
  progress('rounding to integers')
  const model = makeModel(cwd, name, args.options)
  progress('making test vectors')
  const vectors = makeVectors(model, { count: VECTORS, seed: 1 })
  const file = args.options.out ?? besides(name, '.model.json')
  const vectorFile = besides(file, '.vectors.json')
  writeOut(cwd, file, formatModel(model), [name])
  writeOut(cwd, vectorFile, formatVectors(vectors), [name, file])
  const facts = modelFacts(model)
  if (args.flags.has('json')) {
    const report = { file, vectors: { file: vectorFile, count: vectors.input.length }, model: facts }
    out(JSON.stringify({ schema: 'inkling-quantize/1', ...report }, null, 2))
    return EXIT.ok
  }
  for (const [label, value] of [
    ['model', `${facts.name}, ${facts.modelKind}: ${facts.size}`],
    ['input', `${facts.inputLength} values, ${facts.inputBytes} bytes packed (${facts.packing})`],
    ['sha256', facts.sha256],
  ])
    for (const line of fact(style, label!, value!)) out(line)
  out(`wrote       ${file}`)
  out(`wrote       ${vectorFile}   ${integer(vectors.input.length)} test vectors`)
  out('')
  out(`next: ${PROGRAM} compile ${file}`)
  return EXIT.ok
}
