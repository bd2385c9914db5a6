import { argmax } from '../../argmax.ts'
import type { EnsembleModel, TreeModel } from '../../types.ts'
import {
  add,
  i32,
  i64,
  interner,
  type Node,
  named,
  read,
  sum,
  type Ty,
  unary,
  variable,
  walk,
} from '../ir/nodes.ts'
import type { Program, Statement } from '../ir/program.ts'
import type { Build, PlanStep } from '../types.ts'
import type { ScalarSum } from './dot-sums.ts'
import { planInput } from './input.ts'
import { bitLength } from './lanes.ts'
import {
  argmaxLabel,
  finishProgram,
  isPositive,
  labelOutcome,
  type Outcome,
  scoresOutcome,
} from './output.ts'
import { extract, type FieldWord } from './source.ts'
import { reachable } from './tree-shape.ts'
import { arithmeticValue, type Leaves, masksOf, planWalk, type WalkPlan, walkBranch } from './tree-walk.ts'

/** What the leaves of all trees add up to. */
interface Target {
  /** One number a leaf and target. */
  of(scores: readonly number[]): number[]
  base: number[]
  /** From the sums to the result. */
  outcome(sums: ScalarSum[], address: number): Outcome
}

/** What trees share: equal parts of their sums, equal tests only, or nothing where there are too many for locals. */
export type Sharing = 'parts' | 'tests' | 'none'

/** A kernel for a tree or a sum of trees: branches at the top of each tree, arithmetic near its leaves. */
export function planTrees(
  model: TreeModel | EnsembleModel,
  build: Build,
  share: Sharing,
): { program: Program; steps: PlanStep[] } {
  const input = planInput(model.input)
  const target = targetOf(model, build)
  const packing = packTargets(model, target)
  const { type, words } = packing
  const move = model.input.packing === 'i8' ? 128 : 0
  const up = (list: number[]) => list.map((n) => n + move)
  const plans: WalkPlan[] = model.trees.map((tree) => {
    const moved = {
      nodes: tree.nodes.map((n) => ('feature' in n ? { ...n, threshold: n.threshold + move } : n)),
    }
    const shape: Leaves = reachable(moved, up(model.input.min), up(model.input.max), packing.leaf, String)
    return planWalk(shape, type, words)
  })

  const body: Statement[] = []
  const features = featureNodes(plans, input.source.words)
  // trees without a branch first: their masks are there for the others
  plans.sort((a, b) => Number('arithmetic' in b) - Number('arithmetic' in a))
  const use = {
    feature: (index: number) => features.get(index)!,
    ...(share === 'none' ? {} : { shared: sharedMasks(plans) }),
  }
  const intern = share === 'parts' ? interner() : (n: Node) => n
  const branching = plans.some((plan) => !('arithmetic' in plan))
  // a branch may not be the first to compute what others use too
  if (branching) for (const value of features.values()) body.push({ kind: 'let', value })
  const sums = Array.from({ length: words - 1 }, (_, k) => variable(type, `sum${k + 1}`))
  const firsts: Node[] = []
  const others: Node[][] = sums.map(() => [])
  for (const plan of plans) {
    if ('arithmetic' in plan) {
      const [first, ...rest] = arithmeticValue(plan.arithmetic, use, type, words)
      firsts.push(intern(first!))
      for (const [k, value] of rest.entries()) others[k]!.push(intern(value))
    } else firsts.push(walk(walkBranch(plan, use, type, sums) as never, type))
  }
  const total = sum([...firsts, constant(type, packing.start[0]!)], type)
  // the walks have to be over before the other words are read
  if (words > 1) body.push({ kind: 'let', value: total })
  const nodes = [
    total,
    ...sums.map((v, k) =>
      sum([...(branching ? [read(v)] : []), ...others[k]!, constant(type, packing.start[k + 1]!)], type),
    ),
  ]
  const outputAddress = Math.ceil(input.bytes / 8) * 8
  const outcome = target.outcome(packing.unpack(nodes), outputAddress)
  const branches = plans.reduce((n, plan) => n + countBranches(plan), 0)
  const tests = plans.reduce((n, plan) => n + countTests(plan), 0)
  return {
    steps: [
      { where: 'input', what: input.note },
      {
        where: 'trees',
        what: `${plans.length} trees, ${branches + tests} tests: ${branches} branches, ${tests} as arithmetic; ${packing.note}`,
      },
    ],
    program: finishProgram(input, body, outcome, outputAddress),
  }
}

const constant = (type: Ty, value: bigint) => (type === 'i64' ? i64(value) : i32(value))

function targetOf(model: TreeModel | EnsembleModel, build: Build): Target {
  const base = 'base' in model ? model.base : []
  const outputs = firstScores(model).length
  const full = Array.from({ length: outputs }, (_, k) => base[k] ?? 0)
  if (build === 'scores') return { of: (s) => [...s], base: full, outcome: scoresOutcome }
  if (model.output.rule === 'sign')
    return {
      of: (s) => [s[0]!],
      base: [full[0]!],
      outcome: (sums, at) => labelOutcome(positive(sums[0]!), at),
    }
  if (model.trees.length === 1) {
    // a single tree: its leaves are labels
    const label = (s: readonly number[]) => argmax(s.map((n, k) => n + full[k]!))
    return { of: (s) => [label(s)], base: [0], outcome: (sums, at) => labelOutcome(plain(sums[0]!), at) }
  }
  if (outputs === 2)
    return {
      of: (s) => [s[1]! - s[0]!],
      base: [full[1]! - full[0]!],
      outcome: (sums, at) => labelOutcome(positive(sums[0]!), at),
    }
  return {
    of: (s) => s.slice(1).map((n) => n - s[0]!),
    base: full.slice(1).map((n) => n - full[0]!),
    outcome: (sums, at) =>
      labelOutcome(
        argmaxLabel([{ label: 0, sum: undefined }, ...sums.map((s, k) => ({ label: k + 1, sum: s }))]),
        at,
      ),
  }
}

function firstScores(model: TreeModel | EnsembleModel): number[] {
  for (const node of model.trees[0]!.nodes) if ('scores' in node) return node.scores
  return []
}

function plain({ node, offset }: ScalarSum): Node {
  const value = add(node, constant(node.type, -offset))
  return value.type === 'i64' ? unary('i32.wrap_i64', value) : value
}

function positive(s: ScalarSum): Node {
  return isPositive(s)
}

interface Packing {
  type: Ty
  words: number
  leaf(scores: number[]): bigint[]
  /** What the sums start with: base and offsets. */
  start: bigint[]
  unpack(nodes: Node[]): ScalarSum[]
  note: string
}

/** Puts the targets into words, each lane as wide as the exact range of its sum. */
function packTargets(model: TreeModel | EnsembleModel, target: Target): Packing {
  const min = [...target.base]
  const max = [...target.base]
  for (const tree of model.trees) {
    const leaves = tree.nodes.flatMap((n) => ('scores' in n ? [target.of(n.scores)] : []))
    for (const k of min.keys()) {
      min[k]! += Math.min(...leaves.map((l) => l[k]!))
      max[k]! += Math.max(...leaves.map((l) => l[k]!))
    }
  }
  const count = min.length
  if (count === 1 && min[0]! > -(2 ** 31) && max[0]! < 2 ** 31)
    return {
      type: 'i32',
      words: 1,
      leaf: (s) => target.of(s).map(BigInt),
      start: [BigInt(target.base[0]!)],
      unpack: ([node]) => [{ node: node!, offset: 0n, min: BigInt(min[0]!), max: BigInt(max[0]!) }],
      note: 'one sum',
    }
  const lanes: { word: number; pos: number; bits: number }[] = []
  let word = 0
  let pos = 0
  for (const k of min.keys()) {
    const bits = Math.max(1, bitLength(BigInt(max[k]! - min[k]!)))
    if (pos + bits > 64) {
      word++
      pos = 0
    }
    lanes.push({ word, pos, bits })
    pos += bits
  }
  const words = word + 1
  const pack = (list: readonly bigint[]) => {
    const out: bigint[] = new Array(words).fill(0n)
    for (const [k, lane] of lanes.entries()) out[lane.word]! += list[k]! << BigInt(lane.pos)
    return out.map((n) => BigInt.asIntN(64, n))
  }
  return {
    type: 'i64',
    words,
    leaf: (s) => pack(target.of(s).map(BigInt)),
    start: pack(target.base.map((b, k) => BigInt(b - min[k]!))),
    unpack: (nodes) =>
      lanes.map((lane, k) => {
        const fields = lanes.flatMap((l, index) =>
          l.word === lane.word ? [{ index, pos: l.pos, bits: l.bits }] : [],
        )
        const at = fields.findIndex(({ index }) => index === k)
        const node = extract({ node: nodes[lane.word]!, fields }, at)
        return { node, offset: BigInt(-min[k]!), min: BigInt(min[k]!), max: BigInt(max[k]!) }
      }),
    note: `${count} sums in ${words} word${words > 1 ? 's' : ''}`,
  }
}

function featureNodes(plans: readonly WalkPlan[], words: readonly FieldWord[]): Map<number, Node> {
  const used = new Set<number>()
  const visit = (s: WalkPlan | Leaves) => {
    if ('arithmetic' in s) return visit(s.arithmetic)
    if ('leaf' in s) return
    used.add(s.feature)
    visit(s.yes)
    visit(s.no)
  }
  for (const plan of plans) visit(plan)
  const nodes = new Map<number, Node>()
  for (const word of words)
    for (const [at, { index }] of word.fields.entries())
      if (used.has(index)) nodes.set(index, named(unary('i32.wrap_i64', extract(word, at)), `x${index}`))
  return nodes
}

/** Locals for masks that are used more than once. */
const MOST_MASKS = 250

/** Masks that trees without a branch use, kept in a local where they are used again. */
function sharedMasks(plans: readonly WalkPlan[]): (key: string, make: () => Node) => Node {
  const uses = new Map<string, number>()
  for (const plan of plans)
    if ('arithmetic' in plan)
      for (const key of masksOf(plan.arithmetic)) uses.set(key, (uses.get(key) ?? 0) + 1)
  const kept = [...uses].sort((a, b) => b[1] - a[1]).slice(0, MOST_MASKS)
  const wanted = new Set(kept.filter(([, count]) => count > 1).map(([key]) => key))
  const made = new Map<string, Node>()
  return (key, make) => {
    if (!wanted.has(key)) return make()
    const node = made.get(key) ?? make()
    made.set(key, node)
    return node
  }
}

function countBranches(plan: WalkPlan): number {
  return 'arithmetic' in plan ? 0 : 1 + countBranches(plan.yes) + countBranches(plan.no)
}

function countTests(plan: WalkPlan): number {
  if ('arithmetic' in plan) return countShape(plan.arithmetic)
  return countTests(plan.yes) + countTests(plan.no)
}

function countShape(shape: Leaves): number {
  return 'leaf' in shape ? 0 : 1 + countShape(shape.yes) + countShape(shape.no)
}
