export interface OptionSpec {
  /** Word for the value in help; a flag without one takes no value. */
  value?: string
  /** Whole number of at least `min`. */
  min?: number
  max?: number
  choices?: readonly string[]
  help: string
}

export interface CommandSpec {
  summary: string
  /** Words in capitals are what you put there; brackets mean it can be left out. */
  words: readonly string[]
  /** The last word may come any number of times. */
  rest?: boolean
  options: Record<string, OptionSpec>
  example: string
}

/** How the command is typed in a clone. Plain `npx inkling` would fetch a stranger's package before `npm ci`. */
export const PROGRAM = 'npx --no-install inkling'

export const KINDS = ['tree', 'forest', 'gbdt', 'linear', 'mlp'] as const
export const BUILDS = ['label', 'scores'] as const
export const ARBOS_VERSIONS = ['40', '51', '59', '60'] as const

const out: OptionSpec = { value: 'FILE', help: 'where to write; the default stands beside the input' }
const build: OptionSpec = {
  value: 'WHAT',
  choices: BUILDS,
  help: 'what the kernel answers: one byte `label` (default), or `scores` as int32',
}
const arbos: OptionSpec = {
  value: 'V',
  choices: ARBOS_VERSIONS,
  help: 'ArbOS version whose rules and prices count (default 51)',
}
const placement: OptionSpec = {
  value: 'PLACE',
  choices: ['code', 'const-stores', 'data', 'data-contracts'],
  help: 'where the weights of a net live (default: where a call costs least)',
}
const data: OptionSpec = {
  value: 'FILE',
  help: "a kernel's data contracts (default: NAME.data.json beside it, where there is one)",
}
const label: OptionSpec = { value: 'COLUMN', help: 'name of the column to predict (default: the last)' }
const yes: OptionSpec = { help: 'answers the question with yes' }
const rpc: OptionSpec = { value: 'URL', help: 'node to use; else RPC_URL, else http://127.0.0.1:8547' }

/** Every command: one table for parsing, help and the reference page. */
export const COMMANDS: Record<string, CommandSpec> = {
  train: {
    summary: 'a CSV file to a float model',
    words: ['CSV'],
    options: {
      kind: { value: 'KIND', choices: KINDS, help: `${KINDS.join(', ')} (default tree)` },
      label,
      out,
      name: { value: 'NAME', help: 'name of the model (default: of the file)' },
      seed: { value: 'N', min: 0, help: 'of the split, the initial weights and the order (default 7)' },
      depth: { value: 'N', min: 1, max: 12, help: 'trees: questions deep (default 4)' },
      trees: { value: 'N', min: 1, max: 256, help: 'forest and gbdt: how many trees (default 16)' },
      hidden: { value: 'N,N', help: 'mlp: sizes of the hidden layers (default 16)' },
      epochs: { value: 'N', min: 1, max: 10_000, help: 'mlp and linear: passes over the rows (default 60)' },
      holdout: { value: 'PERCENT', min: 0, max: 90, help: 'share of rows kept for the test (default 20)' },
    },
    example: 'train flowers.csv --label species --kind mlp',
  },
  quantize: {
    summary:
      'a float model, or one of scikit-learn, XGBoost, LightGBM, ONNX or tfjs, to a model file of integers with test vectors',
    words: ['FLOAT_MODEL'],
    options: {
      out,
      rows: {
        value: 'CSV',
        help: "other libraries' models only: rows of their data, for the ranges of columns and layers",
      },
      bits: {
        value: 'N',
        choices: ['2', '4', '8'],
        help: 'of weights, in linear models and nets (default 8)',
      },
    },
    example: 'quantize flowers.float.json',
  },
  eval: {
    summary: 'accuracy and confusion of a model on rows with labels, error by layer',
    words: ['MODEL', 'CSV'],
    options: {
      label,
      float: {
        value: 'FILE',
        help: 'float model to compare with (default: NAME.float.json beside the model)',
      },
      min: { value: 'PERCENT', min: 0, max: 100, help: 'ends with 1 when the accuracy is lower' },
    },
    example: 'eval flowers.model.json flowers.csv --label species',
  },
  compile: {
    summary: 'a model file to a kernel; says what it costs before anything runs',
    words: ['MODEL'],
    options: {
      target: {
        value: 'T',
        choices: ['wasm', 'rust'],
        help: '`wasm` (default), or `rust`: a crate, into a folder',
      },
      shell: {
        value: 'S',
        choices: ['raw', 'sdk'],
        help: 'rust: `raw` (default), or `sdk`: a contract with the ABI, on stylus-sdk',
      },
      build,
      placement,
      out,
      arbos,
    },
    example: 'compile flowers.model.json',
  },
  inspect: {
    summary:
      'a wasm module, contract code or model file: sizes, limits, prices, whether it would activate, and what static checks find',
    words: ['FILE'],
    options: {
      build,
      arbos,
      blocks: { value: 'N', min: 1, max: 1000, help: 'lists the N dearest basic blocks' },
      'fail-on': {
        value: 'SEVERITY',
        choices: ['serious', 'look', 'note'],
        help: 'ends with 1 when a static check finds something at least as urgent',
      },
    },
    example: 'inspect flowers.wasm',
  },
  deploy: {
    summary: 'puts a model, wasm module or contract code on a chain and activates it; asks before it pays',
    words: ['FILE'],
    options: { rpc, build, placement, data, yes },
    example: 'deploy flowers.model.json',
  },
  predict: {
    summary: 'asks a contract, or a file on the embedded devnode',
    words: ['ADDRESS|FILE', 'VALUE'],
    rest: true,
    options: {
      model: { value: 'FILE', help: 'model file: names, ranges and the hash that the contract must have' },
      csv: { value: 'FILE', help: 'rows to predict instead of values; a label column is compared' },
      label,
      row: { value: 'N', min: 1, help: 'only this row of the CSV file' },
      quantized: { help: 'values are the integers of the model, not those of the data' },
      raw: { help: 'the contract is a raw kernel: packed input, no selector' },
      build,
      placement,
      data,
      rpc,
    },
    example: 'predict 0xADDRESS --raw --model flowers.model.json 5.1 3.5 1.4 0.2',
  },
  keepalive: {
    summary:
      'gives an activated program another year; says how long it lives and what that costs, asks before it pays',
    words: ['PROGRAM'],
    options: {
      rpc,
      within: {
        value: 'DAYS',
        min: 0,
        max: 3650,
        help: 'does nothing while the program lives longer than that',
      },
      'dry-run': { help: 'sends nothing; needs no key' },
      yes,
    },
    example: 'keepalive 0xADDRESS --within 60 --yes',
  },
  'cache-bid': {
    summary: "bids for a place in the chain's cache; shows the least bid, and sends nothing that is below it",
    words: ['PROGRAM'],
    options: {
      rpc,
      bid: { value: 'ETHER', help: 'what to bid (default: the least that the manager takes)' },
      manager: { value: 'ADDRESS', help: "cache manager (default: the chain's newest)" },
      'dry-run': { help: 'sends nothing; needs no key' },
      yes,
    },
    example: 'cache-bid 0xADDRESS --dry-run',
  },
  bench: {
    summary: 'what one model costs on the embedded devnode: kernel, call and transaction',
    words: ['MODEL'],
    options: {
      vectors: { value: 'FILE', help: 'test vectors (default: NAME.vectors.json beside the model)' },
      placement,
      arbos,
    },
    example: 'bench flowers.model.json',
  },
}

/** Flags that every command takes. */
export const COMMON: Record<string, OptionSpec> = {
  json: { help: 'prints a report for programs' },
  plain: { help: 'lines only: no colors, nothing that moves' },
  ascii: { help: 'no characters beyond ASCII' },
  help: { help: 'what a command takes' },
}

/** `train CSV [--kind KIND] [--label COLUMN] ...` */
export function usageOf(name: string): string {
  const { words, rest, options } = COMMANDS[name] as CommandSpec
  const shown = words.map((word, i) => (rest && i === words.length - 1 ? `[${word} ...]` : word))
  const flags = Object.entries(options).map(([flag, { value }]) => `[--${flag}${value ? ` ${value}` : ''}]`)
  return [name, ...shown, ...flags].join(' ')
}
