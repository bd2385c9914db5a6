/**
 * The checks of lab 1. Expected values are computed by the TypeScript reference on the model file, so
 * nothing in here gives an answer away.
 */
import {
  type Check,
  type CheckContext,
  eachCase,
  markedProgram,
  measureDearest,
  outcomeInWords,
} from '@inkling/lab'
import {
  type FloatTree,
  isSplit,
  loadTreeModel,
  packU8,
  parseCsv,
  predictTree,
  quantizeRow,
  quantizeThreshold,
  type TreeModel,
  unpackU8,
} from '@inkling/model'
import { compress } from '@inkling/wasm/brotli'
import { type Hex, parseAbi, toHex } from 'viem'

const ORACLE = 'TypeScript reference'
const CORE = 'contract/core/src/lib.rs'
const SCALE = { num: 2, den: 1 }

const refusesLength: Check = {
  id: '1.1/length',
  task: '1.1',
  name: 'nine bytes pass, any other number reverts with WrongLength',
  async run(ctx) {
    const { input } = await theModel(ctx)
    const steps = await ctx.contract('steps')
    const lengths = [input.length, input.length - 1, input.length + 1, 0, 32, 4 * input.length]
    await eachCase(ctx, lengths, async (length, at) => {
      const bytes = packU8(new Array(length).fill(1))
      const want = length === input.length ? bytes : `reverts with WrongLength(${input.length}, ${length})`
      const got = outcomeInWords(await ctx.call(steps, 'features', [bytes]))
      ctx.expectEqual(got, want, { ...at, input: `${length} bytes`, where: CORE })
    })
  },
}

const movesNoRow: Check = {
  id: '1.2/thresholds',
  task: '1.2',
  name: 'integer thresholds send every value the same way as the float ones',
  async run(ctx) {
    const { quantizeThresholds } = await ctx.module('train.ts')
    const scales = [SCALE, { num: 10, den: 1 }, { num: 5, den: 2 }, { num: 1, den: 4 }]
    const cases = scales.flatMap((scale) =>
      [...new Array(16).keys()].map((i) => ({
        scale,
        threshold: i < 2 ? 0.25 + i / 2 : Math.floor(ctx.rng() * 80) / 8,
      })),
    )
    await eachCase(ctx, cases, async ({ scale, threshold }, at) => {
      const tree = oneSplit(threshold)
      const input = `threshold ${threshold}, scale ${scale.num}/${scale.den}`
      const result = quantizeThresholds(tree, scale)
      const q = result?.nodes?.[0]?.threshold
      ctx.expectEqual(q, quantizeThreshold(threshold, scale), {
        ...at,
        input,
        unit: 'LSB',
        oracle: ORACLE,
        where: 'train.ts',
      })
      ctx.expectEqual(result.nodes, [{ ...tree.nodes[0], threshold: q }, ...tree.nodes.slice(1)], {
        ...at,
        input: `${input}: all but the threshold stays as it was`,
        where: 'train.ts',
      })
      ctx.expectEqual(tree, oneSplit(threshold), {
        ...at,
        input: `${input}: the tree you were given is not changed`,
        where: 'train.ts',
      })
    })
  },
}

const isAccurate: Check = {
  id: '1.2/accuracy',
  task: '1.2',
  name: 'at least 90 % right on rows left out of training (mean of 5 fixed folds)',
  async run(ctx) {
    const { accuracy } = await ctx.module('train.ts')
    const share = accuracy(await ctx.text('data/phishing.csv'))
    const percent = `${(share * 100).toFixed(1)} %`
    ctx.metric('accuracy', share, 'ratio')
    ctx.expectTrue(
      share >= 0.9,
      `${percent} of the rows left out of training are right, at least 90 % are needed`,
      { where: 'train.ts' },
    )
    ctx.note(`accuracy ${percent} on rows left out of training, mean of 5 fixed folds`)
  },
}

const reachesTheLeaf: Check = {
  id: '1.3/leaf',
  task: '1.3',
  name: 'the walk ends in the same leaf as the reference',
  async run(ctx) {
    const model = await theModel(ctx)
    const { input } = await ctx.vectors('model')
    const steps = await ctx.contract('steps')
    // All-min, all-max and one-hot rows come first, then a seeded choice of the random ones.
    const fixed = 2 + 2 * model.input.length
    const chosen = new Set(input.slice(0, fixed))
    while (chosen.size < Math.min(64, new Set(input).size))
      chosen.add(input[Math.floor(ctx.rng() * input.length)]!)
    await eachCase(ctx, [...chosen], async (hex, at) => {
      const { leaf, path } = walkInWords(model, hex)
      const got = outcomeInWords(await ctx.call(steps, 'walk', [hex]), (value) => Number(value))
      ctx.expectEqual(got, leaf, {
        ...at,
        input: `${hex}, the reference goes ${path}`,
        oracle: `${ORACLE}, leaf number`,
        where: CORE,
      })
    })
  },
}

const refusesRange: Check = {
  id: '1.4/range',
  task: '1.4',
  name: 'a feature above its maximum reverts with OutOfRange(index, value)',
  async run(ctx) {
    const { input } = await theModel(ctx)
    const steps = await ctx.contract('steps')
    const row = () => input.max.map((max) => Math.floor(ctx.rng() * (max + 1)))
    const cases: number[][] = [[...input.min], [...input.max]]
    for (let index = 0; index < input.length; index++) {
      for (const value of [input.max[index]! + 1, 255])
        cases.push(row().map((old, i) => (i === index ? value : old)))
    }
    // Two bad features: the first one is the error.
    for (let i = 0; i < 6; i++) {
      const bad = row()
      bad[Math.floor(ctx.rng() * 4)] = 3 + i
      bad[4 + Math.floor(ctx.rng() * 5)] = 200 + i
      cases.push(bad)
    }
    await eachCase(ctx, cases, async (values, at) => {
      const hex = packU8(values)
      const index = values.findIndex((value, i) => value > input.max[i]!)
      const want = index < 0 ? 'accepted' : `reverts with OutOfRange(${index}, ${values[index]})`
      const got = outcomeInWords(await ctx.call(steps, 'range', [hex]), () => 'accepted')
      const what =
        index < 0
          ? `${hex}, all in range`
          : `${hex}, feature ${index} (${input.features[index]}) is ${values[index]}`
      ctx.expectEqual(got, want, { ...at, input: what, where: CORE })
    })
  },
}

const agreesEverywhere: Check = {
  id: '1.5/agreement',
  task: '1.5',
  name: 'label and scores equal the reference on all 1,250 sites',
  async run(ctx) {
    const model = await theModel(ctx)
    const contract = await ctx.contract()
    ctx.expectEqual((await ctx.call(contract, 'inputLength')).value, model.input.length, {
      input: 'inputLength()',
      where: 'contract',
    })
    ctx.expectEqual((await ctx.call(contract, 'modelHash')).value, `0x${model.sha256}`, {
      input: 'modelHash(): model.rs and data/model.json come from the same run of train.ts',
      where: 'contract/core/src/model.rs',
    })
    const rows = await dataRows(ctx)
    // Many sites answer all nine questions alike; each different row is called once.
    const distinct = [...new Set(rows)]
    await eachCase(ctx, distinct, async (hex, at) => {
      const want = predictTree(model, unpackU8(hex))
      const opts = {
        ...at,
        input: `${hex}, the reference goes ${walkInWords(model, hex).path}`,
        oracle: ORACLE,
        where: CORE,
      }
      const label = outcomeInWords(await ctx.call(contract, 'classify', [hex]), Number)
      ctx.expectEqual(label, want.label, { ...opts, unit: 'label' })
      const scores = outcomeInWords(await ctx.call(contract, 'scores', [hex]), (value) =>
        (value as number[]).map(Number),
      )
      ctx.expectEqual(scores, want.scores, opts)
    })
    ctx.note(
      `${rows.length} sites (${distinct.length} different rows): every label and score equals the ${ORACLE}`,
    )
  },
}

const refusesInClassify: Check = {
  id: '1.5/errors',
  task: '1.5',
  name: 'classify and scores refuse bad input with the typed errors',
  async run(ctx) {
    const contract = await ctx.contract()
    const cases: [Hex, string][] = [
      ['0x', 'reverts with WrongLength(9, 0)'],
      [packU8(new Array(8).fill(0)), 'reverts with WrongLength(9, 8)'],
      [packU8(new Array(10).fill(255)), 'reverts with WrongLength(9, 10)'],
      [packU8([3, 0, 0, 0, 0, 0, 0, 0, 0]), 'reverts with OutOfRange(0, 3)'],
      [packU8([0, 0, 0, 0, 255, 0, 0, 0, 99]), 'reverts with OutOfRange(4, 255)'],
    ]
    await eachCase(ctx, cases, async ([hex, want], at) => {
      for (const fn of ['classify', 'scores']) {
        ctx.expectEqual(outcomeInWords(await ctx.call(contract, fn, [hex])), want, {
          ...at,
          input: `${fn}(${hex})`,
          where: CORE,
        })
      }
    })
  },
}

const deploys: Check = {
  id: '1.5/deploy',
  task: '1.5',
  name: 'deploy.ts stores the code, pays the fee and activates it',
  async run(ctx) {
    const { deploy, ARB_WASM } = await ctx.module('deploy.ts')
    const { wasm } = await ctx.code()
    // Activation is per code hash: a program no chain has seen needs a mark of its own.
    const code = toHex(compress(markedProgram(wasm)))
    const { publicClient, walletClient } = ctx
    const where = 'deploy.ts'
    const result = await deploy({ publicClient, walletClient }, code)
    const address = result?.address
    ctx.expectTrue(
      /^0x[0-9a-fA-F]{40}$/.test(String(address)),
      `deploy returned ${JSON.stringify(address)} as address`,
      { where },
    )
    const onChain = (await publicClient.getCode({ address })) ?? '0x'
    ctx.expectEqual(
      `${onChain.slice(0, 10)}, ${onChain.length / 2 - 1} bytes`,
      `0xeff00000, ${code.length / 2 - 1} bytes`,
      {
        input: `the code at ${address}`,
        where,
      },
    )
    ctx.expectTrue(
      onChain === code,
      'the code on chain has the right length but other bytes than the program',
      { where },
    )
    const version = await publicClient
      .readContract({
        address: ARB_WASM,
        abi: PROGRAM_VERSION,
        functionName: 'programVersion',
        args: [address],
      })
      .catch(() => 0)
    ctx.expectTrue(
      version > 0,
      'the code stands on chain but is not activated: ArbWasm.programVersion reverts with ProgramNotActivated',
      { where },
    )
    const fee = result.dataFee
    ctx.expectTrue(
      typeof fee === 'bigint' && fee > 0n && fee < 10n ** 17n,
      `deploy returned ${fee} as fee in wei; expected what the eth_call of activateProgram answers`,
      { where },
    )
    ctx.note(`activated at ${address}, fee ${fee.toLocaleString('en-US')} wei`)
  },
}

const costs: Check = {
  id: '1.5/cost',
  task: '1.5',
  name: 'classify stays within its budgets',
  async run(ctx) {
    const model = await theModel(ctx)
    const contract = await ctx.contract()
    // The corpus: for each leaf the first site of the data that ends there, so every path is paid for once.
    const corpus = new Map<number, Hex>()
    for (const hex of await dataRows(ctx)) {
      const { leaf } = walkInWords(model, hex)
      if (!corpus.has(leaf)) corpus.set(leaf, hex)
    }
    await measureDearest(ctx, contract, 'classify', [...corpus.values()])
    ctx.note(`cost: worst of ${corpus.size} paths, one site of the data for each leaf`)
  },
}

export const checks: Check[] = [
  refusesLength,
  movesNoRow,
  isAccurate,
  reachesTheLeaf,
  refusesRange,
  agreesEverywhere,
  refusesInClassify,
  deploys,
  costs,
]
export default checks

const PROGRAM_VERSION = parseAbi(['function programVersion(address program) view returns (uint16)'])

async function theModel(ctx: CheckContext): Promise<TreeModel> {
  return loadTreeModel(await ctx.text('data/model.json'))
}

/** All rows of the data as `bytes` arguments, in order. */
async function dataRows(ctx: CheckContext): Promise<Hex[]> {
  return parseCsv(await ctx.text('data/phishing.csv')).x.map((row) => packU8(quantizeRow(row, SCALE)))
}

/** The leaf that the reference reaches, counted in the order of the file, and the way there: `L L R`. */
function walkInWords(model: TreeModel, hex: Hex): { leaf: number; path: string } {
  const { nodes } = model.trees[0]
  const row = unpackU8(hex)
  const path: string[] = []
  let at = 0
  for (let node = nodes[at]!; isSplit(node); node = nodes[at]!) {
    const left = row[node.feature]! <= node.threshold
    path.push(left ? 'L' : 'R')
    at = left ? node.left : node.right
  }
  const leaf = nodes.slice(0, at).filter((node) => !isSplit(node)).length
  return { leaf, path: path.join(' ') }
}

function oneSplit(threshold: number): FloatTree {
  return { nodes: [{ feature: 3, threshold, left: 1, right: 2 }, { scores: [5, 1] }, { scores: [2, 9] }] }
}
