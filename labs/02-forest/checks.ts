/**
 * The checks of lab 2. Expected values are computed by the TypeScript reference on model files and on trees
 * made here, so nothing in here gives an answer away.
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
  type Dataset,
  type EnsembleModel,
  isSplit,
  loadModel,
  packU8,
  predict,
  type Tree,
  unpackU8,
  walkTree,
} from '@inkling/model'
import { compress } from '@inkling/wasm/brotli'
import { type Hex, parseAbi, toHex } from 'viem'
import { STEPS, simulateLoans } from './simulate.ts'

const ORACLE = 'TypeScript reference'
const CORE = 'contract/core/src/lib.rs'
const LEAF = 0x8000
const LEAF_ZERO = 0x4000
const FLOOR = 0.915

const leavesAreIntegers: Check = {
  id: '2.1/leaf',
  task: '2.1',
  name: 'counts become one vote, log odds are rounded to the nearest unit',
  async run(ctx) {
    const { quantizeLeaf } = await ctx.module('train.ts')
    const counts = [...new Array(32).keys()].map((i) =>
      i < 4
        ? [
            [3, 3],
            [0, 1],
            [7, 0],
            [40, 41],
          ][i]!
        : [below(ctx, 60), below(ctx, 60)],
    )
    const odds = [...new Array(32).keys()].map((i) =>
      i < 6 ? [0.3, -0.3, 0.7, -0.7, 0, 2.25][i]! / 4096 : ctx.rng() * 4 - 2,
    )
    const cases = [
      ...counts.map((scores) => ({ scores, scale: 4096, want: scores[1]! > scores[0]! ? 1 : -1 })),
      ...odds.map((value, i) => {
        const scale = i % 3 === 2 ? 256 : 4096
        return { scores: [value], scale, want: Math.round(value * scale) + 0 }
      }),
    ]
    await eachCase(ctx, cases, async ({ scores, scale, want }, at) => {
      const what = scores.length === 2 ? 'safe, phishing' : `log odds, unit 1/${scale}`
      ctx.expectEqual(quantizeLeaf(scores, scale) + 0, want, {
        ...at,
        input: `[${scores.join(', ')}] (${what})`,
        unit: scores.length === 2 ? 'vote' : 'LSB',
        oracle: ORACLE,
        where: 'train.ts',
      })
    })
  },
}

const isAccurate: Check = {
  id: '2.1/accuracy',
  task: '2.1',
  name: 'both ensembles: at least 91.5 % right on rows left out of training (mean of 5 fixed folds)',
  async run(ctx) {
    const { accuracy, sites } = await ctx.module('train.ts')
    const data: Dataset = sites(await ctx.text('data/phishing.csv'))
    for (const [kind, what] of [
      ['forest', '32 trees'],
      ['gbdt', '100 boosted trees'],
    ] as const) {
      const share: number = accuracy(kind, data)
      const percent = `${(share * 100).toFixed(1)} %`
      ctx.metric(`accuracy.${kind}`, share, 'ratio')
      ctx.expectTrue(
        share >= FLOOR,
        `${what}: ${percent} of the rows left out of training are right, at least 91.5 % are needed`,
        { where: 'train.ts' },
      )
      ctx.note(`${what}: accuracy ${percent} on rows left out of training, mean of 5 fixed folds`)
    }
    const loans = simulateLoans(1_000, 2026)
    const share: number = accuracy('gbdt', loans, STEPS - 1)
    ctx.metric('accuracy.loans', share, 'ratio')
    ctx.note(`simulated loans, 100 boosted trees: ${(share * 100).toFixed(1)} % on rows left out`)
  },
}

const packsNodes: Check = {
  id: '2.2/pack',
  task: '2.2',
  name: 'a node in 16 bits can be read back: leaf, feature, threshold, right child',
  async run(ctx) {
    const { packNode } = await ctx.module('train.ts')
    const trees = [...new Array(12).keys()].map((i) => (i < 2 ? cornerTree(i) : randomTree(ctx, 1 + (i % 6))))
    const cases = trees.flatMap((tree, t) => tree.nodes.map((_, at) => ({ tree, t, node: at })))
    await eachCase(ctx, cases, async ({ tree, t, node }, at) => {
      const before = JSON.stringify(tree)
      ctx.expectEqual(inBits(packNode(tree, node)), inBits(packed(tree, node)), {
        ...at,
        input: `tree ${t}, node ${node}: ${JSON.stringify(tree.nodes[node])}`,
        oracle: `${ORACLE}: leaf | feature | threshold | right`,
        where: 'train.ts',
      })
      ctx.expectTrue(JSON.stringify(tree) === before, 'the tree you were given has changed', {
        where: 'train.ts',
      })
    })
  },
}

const walksTables: Check = {
  id: '2.3/walk',
  task: '2.3',
  name: 'the walk ends in the same leaf as the reference, in any packed tree',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const model = await theModel(ctx)
    const cases = [...new Array(64).keys()].map((i) => {
      const fromModel = i % 4 === 3
      const max = fromModel ? 2 : STEPS - 1
      const trees = fromModel
        ? model.trees.slice(0, 1 + (i % 5))
        : [randomTree(ctx, 2), i < 2 ? cornerTree(i) : randomTree(ctx, 1 + (i % 6))]
      const x = new Array(16).fill(0).map(() => (i === 0 ? 0 : i === 1 ? max : below(ctx, max + 1)))
      return { ...table(trees), tree: trees.at(-1)!, x }
    })
    await eachCase(ctx, cases, async ({ nodes, roots, tree, x }, at) => {
      const root = roots.at(-1)!
      const got = outcomeInWords(await ctx.call(steps, 'walk', [words(nodes), root, packU8(x)]), Number)
      ctx.expectEqual(got, walkTree(tree, x)[0], {
        ...at,
        input: `${packU8(x)}, root ${root}; the reference goes ${pathOf(tree, x)}`,
        oracle: ORACLE,
        where: CORE,
      })
    })
  },
}

const sumsUp: Check = {
  id: '2.4/verdict',
  task: '2.4',
  name: 'base plus all trees, and a label: forests, boosted trees, ties and loans',
  async run(ctx) {
    const steps = await ctx.contract('steps')
    const model = await theModel(ctx)
    const cases = [...new Array(64).keys()].map((i) => {
      if (i % 4 === 3) return { trees: model.trees, base: 0, x: row(ctx, model) }
      const base = i % 4 === 1 ? below(ctx, 4000) - 2000 : 0
      const trees = [...new Array(i === 0 ? 0 : 1 + (i % 9)).keys()].map(() => randomTree(ctx, 1 + (i % 4)))
      const x = new Array(16).fill(0).map(() => below(ctx, STEPS))
      // A tie: the base takes back what the trees say.
      const sum = trees.reduce((total, tree) => total + walkTree(tree, x)[0]!, 0)
      return { trees, base: i % 4 === 2 ? -sum : base, x }
    })
    await eachCase(ctx, cases, async ({ trees, base, x }, at) => {
      const { nodes, roots } = table(trees)
      const score = trees.reduce((total, tree) => total + walkTree(tree, x)[0]!, base)
      const args = [words(nodes), words(roots), base, packU8(x)]
      const got = outcomeInWords(await ctx.call(steps, 'verdict', args), (value) =>
        (value as unknown[]).map(Number),
      )
      ctx.expectEqual(got, [score, Number(score > 0)], {
        ...at,
        input: `${packU8(x)}, ${trees.length} trees, base ${base}`,
        oracle: `${ORACLE}: [score, label]`,
        where: CORE,
      })
    })
  },
}

const agreesEverywhere: Check = {
  id: '2.5/agreement',
  task: '2.5',
  name: 'label and score equal the reference on all 1,250 sites',
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
    const { rows, distinct } = await dataRows(ctx)
    await eachCase(ctx, distinct, async (hex, at) => {
      const want = predict(model, unpackU8(hex))
      const opts = { ...at, input: hex, oracle: ORACLE, where: CORE }
      const label = outcomeInWords(await ctx.call(contract, 'classify', [hex]), Number)
      ctx.expectEqual(label, want.label, { ...opts, unit: 'label' })
      const scores = outcomeInWords(await ctx.call(contract, 'scores', [hex]), (value) =>
        (value as number[]).map(Number),
      )
      ctx.expectEqual(scores, want.scores, opts)
    })
    ctx.note(`${rows} sites (${distinct.length} different rows): every label and score equals the ${ORACLE}`)
  },
}

const refusesBadInput: Check = {
  id: '2.5/errors',
  task: '2.5',
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

const costs: Check = {
  id: '2.5/cost',
  task: '2.5',
  name: 'classify stays within its budgets',
  async run(ctx) {
    const contract = await ctx.contract()
    const { distinct } = await dataRows(ctx)
    // The corpus: every fifth of the different rows, the same ones for everybody.
    const corpus = distinct.filter((_, i) => i % 5 === 0)
    await measureDearest(ctx, contract, 'classify', corpus)
    ctx.note(`cost: worst of ${corpus.length} different rows of the data`)
  },
}

const deploysWithOptions: Check = {
  id: '2.6/options',
  task: '2.6',
  name: 'deploy.ts keeps to the limit, goes on from where it stopped, and works without options',
  async run(ctx) {
    const { deploy, ARB_WASM } = await ctx.module('deploy.ts')
    const { wasm } = await ctx.code()
    const { publicClient, walletClient } = ctx
    const chain = { publicClient, walletClient }
    const from = walletClient.account!.address
    const sent = () => publicClient.getTransactionCount({ address: from })
    const version = (address: Hex) =>
      publicClient
        .readContract({
          address: ARB_WASM,
          abi: PROGRAM_VERSION,
          functionName: 'programVersion',
          args: [address],
        })
        .catch(() => 0)
    const where = 'deploy.ts'
    // Activation is per code hash: a program no chain has seen needs a mark of its own.
    const code = toHex(compress(markedProgram(wasm)))

    const before = await sent()
    const stopped = await deploy(chain, code, { maxFee: 1n }).then(
      () => undefined,
      (error: unknown) => error as { name?: string; address?: Hex; dataFee?: bigint },
    )
    ctx.expectEqual(stopped === undefined ? 'deployed' : stopped.name, 'FeeTooHigh', {
      input: 'maxFee 1n: one wei is less than any activation costs',
      where,
    })
    const address = stopped!.address!
    ctx.expectTrue(/^0x[0-9a-fA-F]{40}$/.test(String(address)), `FeeTooHigh has ${address} as address`, {
      where,
    })
    const onChain = (await publicClient.getCode({ address })) ?? '0x'
    ctx.expectTrue(
      onChain === code,
      'after FeeTooHigh the program does not stand at the address of the error',
      { where },
    )
    ctx.expectEqual(await version(address), 0, {
      input: 'programVersion after FeeTooHigh: not activated',
      where,
    })
    ctx.expectEqual((await sent()) - before, 1, { input: 'transactions of the run that stopped', where })

    const maxFee = stopped!.dataFee! + 1n
    const result = await deploy(chain, code, { at: address, maxFee })
    ctx.expectEqual(String(result?.address), address, { input: 'at: the address it was given', where })
    ctx.expectEqual((await sent()) - before, 2, {
      input: 'transactions of both runs: stored once, activated once',
      where,
    })
    ctx.expectTrue(
      (await version(address)) > 0,
      'with a limit of one wei above the fee, nothing was activated',
      { where },
    )
    const value = await lastValue(ctx, from)
    ctx.expectTrue(value <= maxFee, `the activation offered ${value} wei, the limit was ${maxFee}`, { where })

    const other = toHex(compress(markedProgram(wasm)))
    const free = await deploy(chain, other)
    const there = (await publicClient.getCode({ address: free.address })) ?? '0x'
    ctx.expectTrue(there === other, 'without options the program is not stored', { where })
    ctx.expectTrue((await version(free.address)) > 0, 'without options the program is not activated', {
      where,
    })
    const offered = await lastValue(ctx, from)
    ctx.expectTrue(
      offered >= (free.dataFee * 119n) / 100n && offered <= (free.dataFee * 121n) / 100n,
      `without a limit the activation offered ${offered} wei; the fee and a fifth more is ${(free.dataFee * 120n) / 100n}`,
      { where },
    )
  },
}

export const checks: Check[] = [
  leavesAreIntegers,
  isAccurate,
  packsNodes,
  walksTables,
  sumsUp,
  agreesEverywhere,
  refusesBadInput,
  costs,
  deploysWithOptions,
]
export default checks

const PROGRAM_VERSION = parseAbi(['function programVersion(address program) view returns (uint16)'])

async function theModel(ctx: CheckContext): Promise<EnsembleModel> {
  return loadModel(await ctx.text('data/model.json')) as EnsembleModel
}

/** Rows of the data as `bytes` arguments: how many there are, and the different ones in order. */
async function dataRows(ctx: CheckContext): Promise<{ rows: number; distinct: Hex[] }> {
  const { sites } = await ctx.module('train.ts')
  const { x } = sites(await ctx.text('data/phishing.csv')) as Dataset
  return { rows: x.length, distinct: [...new Set(x.map((values) => packU8(values)))] }
}

/** Value of the newest transaction that an account sent to the chain, in wei. */
async function lastValue(ctx: CheckContext, from: Hex): Promise<bigint> {
  const { publicClient } = ctx
  let number = await publicClient.getBlockNumber()
  for (let i = 0; i < 20; i++, number--) {
    const { transactions } = await publicClient.getBlock({ blockNumber: number, includeTransactions: true })
    const own = transactions.filter((tx) => tx.from.toLowerCase() === from.toLowerCase())
    if (own.length > 0) return own.at(-1)!.value
  }
  return 0n
}

const below = (ctx: CheckContext, n: number) => Math.floor(ctx.rng() * n)

function row(ctx: CheckContext, model: EnsembleModel): number[] {
  return model.input.max.map((max) => below(ctx, max + 1))
}

/** A tree of 16 features in sixteen steps, parents first, each left child right after its parent. */
function randomTree(ctx: CheckContext, depth: number): Tree {
  const nodes: Tree['nodes'] = []
  const grow = (left: number): number => {
    const at = nodes.push({ scores: [below(ctx, 2001) - 1000] }) - 1
    if (left === 0 || (left < depth && ctx.rng() < 0.15)) return at
    const [feature, threshold] = [below(ctx, 16), below(ctx, STEPS - 1)]
    nodes[at] = { feature, threshold, left: grow(left - 1), right: grow(left - 1) }
    return at
  }
  grow(depth)
  return { nodes }
}

/** The extremes of the layout: largest feature, threshold and values. */
function cornerTree(i: number): Tree {
  const split = i === 0 ? { feature: 15, threshold: 0 } : { feature: 15, threshold: 14 }
  const value = i === 0 ? -LEAF_ZERO : LEAF_ZERO - 1
  return { nodes: [{ ...split, left: 1, right: 2 }, { scores: [value] }, { scores: [-1 - value] }] }
}

/** The layout, from its description in `train.ts`, by arithmetic. */
function packed(tree: Tree, at: number): number {
  const node = tree.nodes[at]!
  return isSplit(node)
    ? node.feature * 2048 + node.threshold * 128 + node.right - at
    : LEAF + LEAF_ZERO + node.scores[0]!
}

function inBits(node: unknown): string {
  if (!Number.isInteger(node) || (node as number) < 0 || (node as number) > 0xffff) return String(node)
  const bits = (node as number).toString(2).padStart(16, '0')
  return bits[0] === '1'
    ? `1 | ${bits.slice(1)}`
    : `0 | ${bits.slice(1, 5)} | ${bits.slice(5, 9)} | ${bits.slice(9)}`
}

function table(trees: Tree[]): { nodes: number[]; roots: number[] } {
  const nodes: number[] = []
  const roots = trees.map((tree) => {
    const root = nodes.length
    nodes.push(...tree.nodes.map((_, at) => packed(tree, at)))
    return root
  })
  return { nodes, roots }
}

/** Two bytes a number, little-endian. */
function words(values: number[]): Hex {
  return packU8(values.flatMap((value) => [value & 255, value >> 8]))
}

/** The way to the leaf: `L L R`. */
function pathOf(tree: Tree, x: number[]): string {
  const path: string[] = []
  for (let node = tree.nodes[0]!; isSplit(node); ) {
    const left = x[node.feature]! <= node.threshold
    path.push(left ? 'L' : 'R')
    node = tree.nodes[left ? node.left : node.right]!
  }
  return path.join(' ') || 'nowhere, the root is a leaf'
}
