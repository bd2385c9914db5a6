import { integer } from '@inkling/lab/terminal'
import { formatModel, formatVectors, type Model, makeVectors } from '@inkling/model'
import type { ParsedArgs } from '../args.ts'
import { PROGRAM } from '../command-table.ts'
import type { CommandContext } from '../context.ts'
import { EXIT, UsageError } from '../errors.ts'
import { besides, stemOf, writeOut } from '../files/out-path.ts'
import { readFloat } from '../files/read-float.ts'
import { readTable } from '../files/read-table.ts'
import { quantizeFloat } from '../float/quantize-float.ts'
import { foreignFile } from '../foreign/foreign-file.ts'
import { importForeign } from '../foreign/import-foreign.ts'
import { modelFacts } from '../inspect/model-facts.ts'
import { fact } from '../output/table.ts'

const VECTORS = 500

/** What `inkling train` wrote, or the file of another library with rows of its data. */
function makeModel(cwd: string, name: string, { bits, rows }: ParsedArgs['options']): Model {
  const foreign = foreignFile(cwd, name)
  if (foreign === undefined) {
    if (rows !== undefined)
      throw new UsageError('--rows is for models of other libraries; a float model has its ranges', {
        remedy: 'leave --rows away',
      })
    return quantizeFloat(readFloat(cwd, name), bits)
  }
  if (rows === undefined)
    throw new UsageError(`${name}: is ${foreign.title}, which has no ranges of its columns`, {
      remedy: `give rows of the data it was fitted on:\n  ${PROGRAM} quantize ${name} --rows TABLE.csv`,
    })
  if (bits !== undefined)
    throw new UsageError("--bits is for float models; other libraries' nets become int8", {
      remedy: 'leave it away',
    })
  return importForeign(foreign, stemOf(name), readTable(cwd, rows), rows)
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
