import { netOperators, tfjsLayers } from '@inkling/model/import'
import { COMMANDS, COMMON } from '../../packages/cli/src/command-table.ts'
import { EXIT, EXIT_WORDS } from '../../packages/cli/src/errors.ts'
import type { ModelFigures } from '../bench/inference/bench-model.ts'
import type { Verdict } from '../bench/inference/targets.ts'
import { TWIN_WORDS } from '../bench/inference/twins.ts'
import { inferenceBench } from '../report/bench-data.ts'
import { integer, table, type Writers } from './blocks.ts'
import type { Typed } from './csv-to-contract.ts'

/** Blocks about `inkling`: its commands, the guide's transcripts, and what `npm run bench:inference` measured. */
export function inklingBlocks(typed: readonly Typed[]): Writers {
  const bench = inferenceBench
  return {
    'inkling-commands': () =>
      table(
        ['command', 'what it does', 'flags'],
        Object.entries(COMMANDS).map(([name, { summary, words, options }]) => [
          `\`inkling ${[name, ...words].join(' ')}\``,
          summary,
          Object.keys(options)
            .map((flag) => `\`--${flag}\``)
            .join(' '),
        ]),
      ),
    'inkling-flags': () =>
      table(
        ['flag', 'commands', 'what it does'],
        [...flagUsers()].map(([key, { flag, value, users, help }]) => [
          `\`--${flag}${value ? ` ${value}` : ''}\``,
          key.startsWith('*') ? 'all' : users.join(', '),
          help,
        ]),
      ),
    'import-operators': () =>
      table(
        ['net', 'what may follow one another, without branches'],
        [
          ['ONNX', netOperators.map((name) => `\`${name}\``).join(', ')],
          ['tfjs', tfjsLayers.map((name) => `\`${name}\``).join(', ')],
        ],
      ),
    'inkling-exit-codes': () =>
      table(
        ['code', 'meaning'],
        Object.entries(EXIT).map(([name, code]) => [String(code), EXIT_WORDS[name as keyof typeof EXIT]]),
      ),
    ...Object.fromEntries(typed.map((one) => [`typed-${one.command.split(' ')[1]}`, () => transcript(one)])),
    'bench-inference-short': () => shortTable(bench().models),
    'bench-inference-models': () => modelTable(bench().models),
    'bench-inference-programs': () => programTable(bench().models),
    'bench-inference-kernels': () => kernelTable(bench().models),
    'bench-inference-targets': () => targetTable(bench().models),
    'bench-inference-twins': () => twinTable(bench().models),
    'bench-inference-conditions': () => {
      const { cpu, node, rustc, road, arbos, commit } = bench().environment
      return `Measured on ${cpu}, Node ${node}, ${rustc} (road ${road}), ArbOS ${arbos}, commit \`${commit.replace(/^(.{10})[0-9a-f]*/, '$1')}\`.`
    },
  }
}

function flagUsers(): Map<string, { flag: string; value?: string; users: string[]; help: string }> {
  const found = new Map<string, { flag: string; value?: string; users: string[]; help: string }>()
  for (const [name, { options }] of Object.entries(COMMANDS))
    for (const [flag, { value, help }] of Object.entries(options)) {
      const key = `${flag} ${help}`
      const entry = found.get(key) ?? { flag, ...(value && { value }), users: [], help }
      entry.users.push(name)
      found.set(key, entry)
    }
  for (const [flag, { help }] of Object.entries(COMMON)) found.set(`* ${flag}`, { flag, users: [], help })
  return found
}

function transcript({ command, lines }: Typed): string {
  return `\`\`\`text\n$ npx --no-install ${command}\n${lines.join('\n')}\n\`\`\``
}

const share = (value: number | null) => (value === null ? '' : `${(value * 100).toFixed(2)} %`)

/** The best kernel of each model, in as many columns as a page is wide. */
function modelTable(models: readonly ModelFigures[]): string {
  return table(
    ['model', 'accuracy', 'transaction, cached', 'not cached', 'call, cached', 'not cached'],
    models.map((model) => [
      model.name,
      share(model.accuracy),
      integer(model.txGasCached),
      integer(model.txGasUncached),
      integer(model.callGasCached),
      integer(model.callGasUncached),
    ]),
  )
}

/** Everything else that was measured of each program. */
function programTable(models: readonly ModelFigures[]): string {
  return table(
    [
      'model',
      'kernel',
      'accuracy of',
      'macs',
      'transaction, cached',
      'not cached',
      'call, cached',
      'not cached',
      'activation gas',
      'ms a call',
    ],
    models.flatMap((model) =>
      model.kernels.map((kernel, i) => [
        i === 0 ? model.name : '',
        kernel.name,
        i === 0 && model.accuracy !== null ? ofWhat(model) : '',
        i === 0 && model.macs > 0 ? integer(model.macs) : '',
        integer(kernel.txGasCached),
        integer(kernel.txGasUncached),
        integer(kernel.callGasCached),
        integer(kernel.callGasUncached),
        integer(kernel.activationGas),
        kernel.msPerCall.toFixed(2),
      ]),
    ),
  )
}

/** Nets and ensembles only: the whole transaction beside the strongest form for the EVM. */
function shortTable(models: readonly ModelFigures[]): string {
  return table(
    [
      'model',
      'accuracy',
      'kernel gas',
      'transaction, cached',
      'not cached',
      'the same model, packed EVM words',
    ],
    models
      .filter(({ name }) => /^(digits|tic-tac-toe|phishing)/.test(name))
      .map((model) => [
        model.name,
        `${share(model.accuracyMean ?? model.accuracy)}${(model.seeds ?? 1) > 1 ? `, mean of ${model.seeds} seeds` : ''}`,
        integer(model.kernelGas),
        integer(model.txGasCached),
        integer(model.txGasUncached),
        integerOrNone(model.twins.find((twin) => twin.name === 'evm-packed')?.txGas),
      ]),
  )
}

function integerOrNone(value: number | undefined): string {
  return value === undefined ? 'none' : integer(value)
}

/** `450 test rows; 98.2 % on average of 3 seeds` */
function ofWhat({ accuracyOf, accuracyMean, seeds }: ModelFigures): string {
  return accuracyMean === undefined
    ? accuracyOf
    : `${accuracyOf}; mean of ${seeds} seeds ${share(accuracyMean)}`
}

function kernelTable(models: readonly ModelFigures[]): string {
  return table(
    ['model', 'kernel', 'ink', 'gas', 'ink a mac', 'code bytes'],
    models.flatMap((model) =>
      model.kernels.map((kernel, i) => [
        i === 0 ? model.name : '',
        kernel.name,
        integer(kernel.kernelInk),
        integer(kernel.kernelGas),
        model.macs > 0 ? (kernel.kernelInk / model.macs).toFixed(1) : '',
        integer(kernel.brotliBytes),
      ]),
    ),
  )
}

function targetTable(models: readonly ModelFigures[]): string {
  const words: Record<Verdict['what'], string> = {
    kernelGas: 'kernel gas, at most',
    callGasCached: 'call gas, cached, at most',
    accuracy: 'accuracy, at least',
  }
  const show = (what: Verdict['what'], value: number) =>
    what === 'accuracy' ? `${(value * 100).toFixed(2)} %` : integer(value)
  return table(
    ['model', 'kernel', 'what', 'target', 'measured', ''],
    models.flatMap(({ name, verdicts }) =>
      verdicts.map(({ kernel, what, target, measured, met, byPercent }) => [
        name,
        kernel,
        words[what],
        show(what, target),
        show(what, measured),
        `${met ? 'met' : '**short**'} by ${byPercent} %`,
      ]),
    ),
  )
}

function twinTable(models: readonly ModelFigures[]): string {
  return table(
    ['model', 'form', 'transaction', 'frame of the call', 'gas a mac', 'bytes on chain', 'rows compared'],
    models
      .filter(({ twins }) => twins.length > 0)
      .flatMap((model) => [
        [
          model.name,
          '**Stylus, compiled, cached**',
          integer(model.kernels[0]!.txGasCached),
          integer(model.kernels[0]!.callGasCached),
          model.macs > 0 ? (model.kernels[0]!.callGasCached / model.macs).toPrecision(3) : '',
          integer(model.kernels[0]!.brotliBytes),
          String(model.kernels[0]!.inputs),
        ],
        [
          '',
          'the same, not cached',
          integer(model.kernels[0]!.txGasUncached),
          integer(model.kernels[0]!.callGasUncached),
          '',
          '',
          '',
        ],
        ...model.twins.map((twin) => [
          '',
          twin.what,
          integer(twin.txGas),
          integer(twin.callGas),
          twin.gasPerMac === null ? '' : String(twin.gasPerMac),
          integer(twin.codeBytes),
          String(twin.rows),
        ]),
        ...(model.leftOut ?? []).map(({ name, why }) => ['', TWIN_WORDS[name], `no: ${why}`, '', '', '', '']),
      ]),
  )
}
