import { integer } from '@inkling/lab/terminal'
import { priceBlocks } from '@inkling/wasm'
import { type Judgement, judge } from '../chain/judge.ts'
import { compileSummary } from '../compile/compile-summary.ts'
import { buildOf } from '../compile/kernel-of.ts'
import type { CommandContext } from '../context.ts'
import { BuildError, EXIT } from '../errors.ts'
import { readGiven } from '../files/read-given.ts'
import { dearestBlocks, type FunctionInk, functionInk } from '../inspect/function-ink.ts'
import { modelFacts } from '../inspect/model-facts.ts'
import { reaches, riskLines, risksOf } from '../inspect/risk-lines.ts'
import { columns, fact } from '../output/table.ts'

/** `inkling inspect FILE`: 0 when it would activate under production rules, 1 when not, or when `--fail-on` is met. */
export async function run(context: CommandContext): Promise<number> {
  const { args, cwd, out, style } = context
  const name = args.words[0] as string
  const arbos = Number(args.options.arbos ?? 51)
  const file = await readGiven(cwd, name)
  if (file.kind === 'model') return inspectModel(context, name, file.model)
  const verdict = judge(file.wasm, arbos)
  const functions = namedFunctions(file.wasm, verdict)
  const cost = verdict.refusal ? undefined : await dryCosts(verdict.code, arbos)
  const refusal = verdict.refusal ?? cost?.refusal
  const shown = { ...verdict, ...(refusal && { refusal }) }
  const findings = risksOf(verdict.wasm, functions)
  if (args.flags.has('json'))
    out(
      JSON.stringify(
        { ...moduleJson(name, arbos, shown, functions, cost), findings: findings ?? null },
        null,
        2,
      ),
    )
  else {
    for (const line of moduleLines(context, name, arbos, shown, functions, cost)) out(line)
    for (const line of riskLines(findings, style)) out(line)
  }
  return refusal || reaches(findings, args.options['fail-on']) ? EXIT.negative : EXIT.ok
}

async function inspectModel(
  { args, out, style }: CommandContext,
  name: string,
  model: Parameters<typeof modelFacts>[0],
): Promise<number> {
  const facts = modelFacts(model)

  const compiled = await compileSummary(model, buildOf(args))
  if (args.flags.has('json')) {
    const { lines: _, ...kernel } = compiled
    const report = { file: name, kind: 'model', ...facts, compiled: kernel }
    out(JSON.stringify({ schema: 'inkling-inspect/1', ...report }, null, 2))
    return compiled.fits ? EXIT.ok : EXIT.negative
  }
  out(`${name}: model ${facts.name}, ${facts.modelKind}`)
  out('')
  for (const [label, value] of [
    ['input', `${facts.inputLength} values, ${facts.inputBytes} bytes packed (${facts.packing})`],
    ['labels', facts.labels.join(', ')],
    ['size', facts.size],
    ['hash', `${facts.sha256} (fits the content)`],
  ])
    for (const line of fact(style, label!, value!)) out(line)
  if (facts.layers.length > 0) {
    out('')
    for (const line of columns([
      ['layer', 'shape', 'weights', 'not zero', 'macs'],
      ...facts.layers.map((layer) => [
        layer.type,
        layer.shape,
        integer(layer.weights),
        integer(layer.nonZero),
        integer(layer.macs),
      ]),
    ]))
      out(`  ${line}`)
  }
  out('')
  for (const [label, value] of compiled.lines) for (const line of fact(style, label, value)) out(line)
  return compiled.fits ? EXIT.ok : EXIT.negative
}

interface DryCosts {
  deployGas?: number
  activationGas?: number
  dataFeeWei?: string
  refusal?: NonNullable<Judgement['refusal']>
}

/** By doing it on the embedded devnode; what that refuses is a refusal too. */
async function dryCosts(code: Uint8Array, arbos: number): Promise<DryCosts> {
  const { dryRun } = await import('../chain/dry-run.ts')
  try {
    const { deployGas, activationGas, dataFee } = await dryRun(code, arbos)
    return { deployGas, activationGas, dataFeeWei: String(dataFee) }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const remedy = 'Report it with the file: the checks before should have found it.'
    return { refusal: { rule: 'activation', message: error.message, remedy } }
  }
}

function namedFunctions(given: Uint8Array, verdict: Judgement): FunctionInk[] {
  try {
    return functionInk(given, priceBlocks(verdict.wasm))
  } catch {
    return []
  }
}

function moduleJson(
  file: string,
  arbos: number,
  { wasm, code, refusal, report, entry }: Judgement,
  functions: FunctionInk[],
  cost: DryCosts | undefined,
) {
  return {
    schema: 'inkling-inspect/1',
    file,
    kind: 'module',
    arbos,
    activates: refusal === undefined,
    refusal: refusal ?? null,
    wasmBytes: wasm.length,
    codeBytes: code.length,
    pages: report?.initialPages ?? null,
    maxPages: report?.maxPages ?? null,
    imports: report?.imports ?? [],
    exports: report?.exports ?? [],
    largestFrameWords: report?.largestFrameWords ?? null,
    dataBytes: report?.dataPayloadBytes ?? null,
    entryGas: entry ? { cached: entry.cached.total, uncached: entry.uncached.total } : null,
    deployGas: cost?.deployGas ?? null,
    activationGas: cost?.activationGas ?? null,
    dataFeeWei: cost?.dataFeeWei ?? null,
    functions: functions.map(({ index, name, blocks, ink }) => ({ index, name, blocks: blocks.length, ink })),
  }
}

function* moduleLines(
  { args, style }: CommandContext,
  file: string,
  arbos: number,
  { wasm, code, refusal, report, entry }: Judgement,
  functions: FunctionInk[],
  cost: DryCosts | undefined,
): Generator<string> {
  yield refusal
    ? `${file}: would not activate (ArbOS ${arbos}, production rules)`
    : `${file}: would activate (ArbOS ${arbos}, production rules)`
  yield ''
  if (refusal) {
    yield* fact(style, 'rule', refusal.rule)
    yield* fact(style, 'why', refusal.message)
    yield* fact(style, 'remedy', refusal.remedy)
  }
  yield* fact(style, 'wasm', `${integer(wasm.length)} bytes of at most 131,072`)
  yield* fact(style, 'code', `${integer(code.length)} bytes compressed, of at most 24,576`)
  if (report) {
    const { initialPages, maxPages } = report
    yield* fact(
      style,
      'memory',
      `${initialPages} ${initialPages === 1 ? 'page' : 'pages'} at the start, at most ${maxPages ?? 'unlimited'}`,
    )
    yield* fact(style, 'data', `${integer(report.dataPayloadBytes)} bytes in data segments`)
    yield* fact(style, 'frame', `${integer(report.largestFrameWords)} words at most, of 10,240`)
    yield* fact(style, 'imports', report.imports.map((i) => i.name).join(', ') || 'none')
  }
  if (entry) {
    const { cached, uncached } = entry
    yield* fact(style, 'entry', `${integer(cached.total)} gas in the cache, ${integer(uncached.total)} else`)
  }
  if (cost?.activationGas !== undefined) {
    yield* fact(style, 'deployment', `${integer(cost.deployGas as number)} gas`)
    yield* fact(
      style,
      'activation',
      `${integer(cost.activationGas)} gas, data fee ${integer(BigInt(cost.dataFeeWei as string))} wei`,
    )
  }
  if (functions.length === 0) return
  yield ''
  yield 'Ink of the instructions, each block once (host calls come on top):'
  const most = functions.slice(0, 8)
  yield* columns([
    ['  function', 'blocks', 'ink'],
    ...most.map((f) => [`  ${f.name}`, integer(f.blocks.length), inkWords(f.ink)]),
  ])
  if (functions.length > most.length) yield `  and ${functions.length - most.length} more (--json has all)`
  if (args.numbers.blocks === undefined) return
  yield ''
  yield* columns([
    ['  block', 'at byte', 'instructions', 'ink'],
    ...dearestBlocks(functions, args.numbers.blocks).map((block) => [
      `  ${block.name}`,
      integer(block.offset),
      integer(block.last - block.first + 1),
      inkWords(block.ink),
    ]),
  ])
}

const inkWords = (ink: number) => (Number.isFinite(ink) ? integer(ink) : 'not payable')
