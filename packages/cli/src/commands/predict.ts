import { type Model, OutOfRangeError, WrongLengthError } from '@inkling/model'
import { type ChainModel, type ChainPrediction, getModel, UnexpectedAnswerError } from '@inkling/model/client'
import { type Address, isAddress } from 'viem'
import { connect } from '../chain/connect.ts'
import { dryRun } from '../chain/dry-run.ts'
import { PROGRAM } from '../command-table.ts'
import { givenKernel } from '../compile/given-kernel.ts'
import type { CommandContext } from '../context.ts'
import { EXIT, InputError, UsageError } from '../errors.ts'
import { readModel } from '../files/read-given.ts'
import { readTable } from '../files/read-table.ts'
import { columns } from '../output/table.ts'

interface Row {
  values: number[]
  /** Label in the file, where there is one. */
  expected?: string
}

interface Answer extends ChainPrediction {
  expected?: string
}

/** `inkling predict ADDRESS|FILE VALUE ...`: a contract on a chain, or a file on the embedded devnode. */
export async function run(context: CommandContext): Promise<number> {
  const { args, cwd, progress } = context
  const [target, ...values] = args.words as [string, ...string[]]
  const given = args.options.model === undefined ? undefined : readModel(cwd, args.options.model)
  const { deployed, model, where } = await open(context, target, given)
  const rows = args.options.csv === undefined ? [typedRow(values)] : csvRows(context, args.options.csv, model)
  if (args.options.csv !== undefined && values.length > 0)
    throw new UsageError('give values or --csv, not both', {
      remedy: `${PROGRAM} predict ${target} --csv FILE`,
    })
  const answers: Answer[] = []
  for (const [i, row] of rows.entries()) {
    context.signal.throwIfAborted()
    if (rows.length > 1) progress(`row ${i + 1} of ${rows.length}`)
    const options = { quantized: args.flags.has('quantized'), scores: rows.length === 1 }
    const prediction = await deployed
      .predict(row.values, options)
      .catch((error: unknown) =>
        Promise.reject(inWords(error, model, options.quantized, rows.length > 1 ? `row ${i + 1}: ` : '')),
      )
    answers.push({ ...prediction, ...(row.expected !== undefined && { expected: row.expected }) })
  }
  return args.options.csv === undefined
    ? printOne(context, where, model, answers[0]!)
    : printMany(context, where, answers)
}

/** A value out of range, by the name and on the scale that the person typed it. */
function inWords(error: unknown, model: Model | undefined, quantized: boolean, where: string): unknown {
  if (error instanceof WrongLengthError && model)
    return new InputError(error.message, {
      remedy: `in this order: ${model.input.features.join(', ')}`,
      cause: error,
    })
  if (!(error instanceof OutOfRangeError) || !model) return error
  const { input } = model
  const { index } = error
  const at = (q: number) => {
    if (quantized) return q
    const { num, den } = Array.isArray(input.scale) ? input.scale[index]! : input.scale
    return Number((((q - (input.zeroPoint?.[index] ?? 0)) * den) / num).toPrecision(6))
  }
  const range = `${at(input.min[index]!)} to ${at(input.max[index]!)}`
  return new InputError(`${where}${input.features[index]} is out of range: the model takes ${range}`, {
    remedy: 'a contract refuses such a value too; train with rows that reach as far',
    cause: error,
  })
}

interface Opened {
  deployed: ChainModel
  model: Model | undefined
  where: string
}

async function open(context: CommandContext, target: string, given: Model | undefined): Promise<Opened> {
  const { args, env, cwd } = context
  if (/^0x[0-9a-f]*$/i.test(target)) {
    if (!isAddress(target, { strict: false }))
      throw new UsageError(`'${target}' is not an address: 0x and 40 hex digits`, { remedy: 'copy it whole' })
    const { client, name, chainId } = await connect(args.options.rpc, env)
    const kind = args.flags.has('raw') ? 'raw' : 'contract'
    const deployed = getModel({ address: target as Address, client, kind, ...(given && { model: given }) })
    return {
      deployed: orRaw(deployed, target, kind),
      model: given,
      where: `${target} on chain ${chainId} (${name})`,
    }
  }
  const kernel = await givenKernel(cwd, target, args, context.progress)
  const model = kernel.model ?? given
  const { client, address } = await dryRun(kernel.code, 51, kernel.data)
  const kind = kernel.model || args.flags.has('raw') ? 'raw' : 'contract'
  const deployed = getModel({ address, client, kind, ...(model && { model }) })
  return { deployed: orRaw(deployed, target, kind), model, where: `${target} on the embedded devnode` }
}

/** A raw kernel that is called as a contract answers with nothing useful: say what to add. */
function orRaw(deployed: ChainModel, target: string, kind: 'raw' | 'contract'): ChainModel {
  if (kind === 'raw') return deployed
  const hint = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (!(error instanceof UnexpectedAnswerError)) throw error
      throw new InputError(error.message, {
        remedy: `what \`inkling compile\` and \`inkling deploy\` make of a model is a raw kernel:\n  ${PROGRAM} predict ${target} --raw ...`,
        cause: error,
      })
    }
  }
  return { ...deployed, predict: (...args) => hint(deployed.predict(...args)) }
}

function typedRow(words: string[]): Row {
  const values = words.flatMap((word) => word.split(',')).filter((word) => word !== '')
  if (values.length === 0)
    throw new UsageError('no values to predict', {
      remedy: `one number a feature, or rows of a file:\n  ${PROGRAM} predict TARGET 5.1 3.5 1.4 0.2\n  ${PROGRAM} predict TARGET --csv FILE`,
    })
  return {
    values: values.map((word) => {
      const value = Number(word)
      if (!Number.isFinite(value))
        throw new UsageError(`'${word}' is not a number`, {
          remedy: 'one number a feature, separated by spaces',
        })
      return value
    }),
  }
}

function csvRows({ args, cwd }: CommandContext, name: string, model: Model | undefined): Row[] {
  const table = readTable(cwd, name)
  const features = model?.input.features
  const row = args.numbers.row
  const label = args.options.label ?? (model && table.columns.find((column) => !features?.includes(column)))
  if (label !== undefined && !table.columns.includes(label))
    throw new InputError(`${name}: has no column '${label}'`, {
      remedy: `columns: ${table.columns.join(', ')}`,
    })
  const missing = features?.filter((feature) => !table.columns.includes(feature)) ?? []
  if (missing.length > 0)
    throw new InputError(`${name}: lacks the model's columns ${missing.slice(0, 5).join(', ')}`, {
      remedy: `columns of the file: ${table.columns.join(', ')}`,
    })
  const wanted = features ?? table.columns.filter((column) => column !== label)
  if (row !== undefined && row > table.rows.length)
    throw new UsageError(`${name}: has ${table.rows.length} rows, there is no row ${row}`, {
      remedy: `--row takes 1 to ${table.rows.length}`,
    })
  const chosen = row === undefined ? table.rows : [table.rows[row - 1]!]
  const first = row ?? 1
  return chosen.map((cells, i) => ({
    values: wanted.map((column) => table.number(cells, column, first + i)),
    ...(label !== undefined && { expected: table.text(cells, label) }),
  }))
}

function printOne(
  { args, out }: CommandContext,
  where: string,
  model: Model | undefined,
  answer: Answer,
): number {
  if (args.flags.has('json')) {
    out(JSON.stringify({ schema: 'inkling-predict/1', where, predictions: [answer] }, null, 2))
    return EXIT.ok
  }
  out(
    answer.name === undefined || answer.name === String(answer.label)
      ? `label ${answer.label}`
      : `${answer.name}   (label ${answer.label})`,
  )
  if (answer.scores)
    for (const line of columns(answer.scores.map((score, i) => [`  ${scoreName(model, i)}`, String(score)])))
      out(line)
  out(`asked: ${where}`)
  return EXIT.ok
}

/** With the rule `sign` there is one score for two labels. */
const scoreName = (model: Model | undefined, i: number) =>
  model && model.output.rule !== 'sign' ? model.output.labels[i]! : `score ${i}`

function printMany({ args, out }: CommandContext, where: string, answers: Answer[]): number {
  const known = answers.filter(({ expected }) => expected !== undefined)
  const isRight = ({ label, name, expected }: Answer) => expected === name || expected === String(label)
  const right = known.filter(isRight).length
  if (args.flags.has('json')) {
    const compared = known.length > 0 ? { rows: known.length, right } : null
    out(JSON.stringify({ schema: 'inkling-predict/1', where, compared, predictions: answers }, null, 2))
    return EXIT.ok
  }
  for (const [i, answer] of answers.entries()) {
    const said = answer.name ?? `label ${answer.label}`
    const note = answer.expected === undefined || isRight(answer) ? '' : `   the file says ${answer.expected}`
    out(`row ${i + 1}  ${said}${note}`)
  }
  if (known.length > 0)
    out(`${right} of ${known.length} as in the file, ${((100 * right) / known.length).toFixed(1)} %`)
  out(`asked: ${where}`)
  return EXIT.ok
}
