import { integer } from '@inkling/lab/terminal'
import { PROGRAM } from '../command-table.ts'
import type { CommandContext } from '../context.ts'
import { EXIT, UsageError } from '../errors.ts'
import { labeledRows } from '../files/labeled-rows.ts'
import { besides, stemOf, writeOut } from '../files/out-path.ts'
import { trainFloat } from '../float/train-float.ts'
import type { FloatKind } from '../float/types.ts'
import { percent } from '../output/percent.ts'
import { fact } from '../output/table.ts'

/** `inkling train CSV`: writes a float model. */
export async function run(context: CommandContext): Promise<number> {
  const { args, cwd, out, style, progress, signal } = context
  const { options, numbers } = args
  const csv = args.words[0] as string
  const kind = (options.kind ?? 'tree') as FloatKind
  const data = labeledRows(cwd, csv, options.label)
  const settings = {
    kind,
    name: options.name ?? stemOf(csv),
    seed: numbers.seed ?? 7,
    depth: numbers.depth ?? 4,
    trees: numbers.trees ?? 16,
    hidden: hiddenSizes(options.hidden ?? '16'),
    epochs: numbers.epochs ?? 60,
    holdout: (numbers.holdout ?? 20) / 100,
  }
  const model = await trainFloat(data, settings, progress, signal)
  const file = options.out ?? besides(csv, '.float.json')
  writeOut(cwd, file, `${JSON.stringify(model)}\n`, [csv])
  const { train, holdout } = model.accuracy
  if (args.flags.has('json')) {
    const { accuracy, labels, input, provenance } = model
    const rows = { trained: provenance.trained, heldOut: data.x.length - Number(provenance.trained) }
    const report = { file, kind, name: model.name, features: input.features, labels, rows, accuracy }
    out(JSON.stringify({ schema: 'inkling-train/1', ...report }, null, 2))
    return EXIT.ok
  }
  const trained = Number(model.provenance.trained)
  const held = data.x.length - trained
  const facts: [string, string][] = [
    ['rows', `${integer(data.x.length)}: ${integer(trained)} to train on, ${integer(held)} held out`],
    ['features', data.features.join(', ')],
    ['label', `${data.column}: ${data.labels.join(', ')}`],
    ['accuracy', `${percent(train)} on the rows it has seen`],
    ...(holdout === undefined
      ? []
      : [['', `${percent(holdout)} on the ${integer(held)} held out`] as [string, string]]),
  ]
  for (const [name, value] of facts) for (const line of fact(style, name, value)) out(line)
  out(`wrote       ${file}`)
  out('')
  out(`next: ${PROGRAM} quantize ${file}`)
  return EXIT.ok
}

function hiddenSizes(text: string): number[] {
  const sizes = text.split(',').map((word) => (/^\d{1,4}$/.test(word.trim()) ? Number(word) : 0))
  if (sizes.length > 3 || sizes.some((size) => size < 1 || size > 1024))
    throw new UsageError(`--hidden is one to three sizes from 1 to 1024, not '${text}'`, {
      remedy: 'for example: --hidden 16 or --hidden 32,16',
    })
  return sizes
}
