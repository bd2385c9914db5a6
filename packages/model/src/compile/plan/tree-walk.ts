import {
  add,
  and,
  type Branch,
  i32,
  i64,
  type Leaf,
  type Node,
  shrS,
  shrU,
  sub,
  type Ty,
  unary,
  type Variable,
} from '../ir/nodes.ts'
import type { Shape } from './tree-shape.ts'

/** What leaves add up to: packed scores, one number a word. */
export type Leaves = Shape<bigint[]>

/** How a tree is walked, and what it costs on average if both sides of each test are as likely. */
export type WalkPlan =
  | { arithmetic: Leaves }
  | { feature: number; threshold: number; yes: WalkPlan; no: WalkPlan }

/** Ink of the pieces; `word` of an i32 or i64 operator. */
interface Prices {
  mask: number
  word: number
  words: number
}

const TEST = 217 + 765 + 2450
const JUMP = 765 + 2450

/**
 * Chooses where a tree branches. A test as a branch costs 3,430 ink whatever comes behind it; as arithmetic,
 * value = no + (mask & (yes - no)), both sides are computed, for about 600. So branches pay at the top of a deep tree
 * and arithmetic near the leaves.
 */
export function planWalk(shape: Leaves, type: Ty, words: number): WalkPlan {
  const prices = { mask: type === 'i32' ? 217 : 317, word: type === 'i32' ? 70 : 100, words }
  const whole = arithmeticInk(shape, prices).ink
  const branched = best(shape, prices)
  return whole <= branched.ink + 2450 ? { arithmetic: shape } : branched.plan
}

function best(shape: Leaves, prices: Prices): { ink: number; plan: WalkPlan } {
  const sums = (prices.words - 1) * (285 + prices.word)
  const flat = JUMP + sums + arithmeticInk(shape, prices).ink
  if ('leaf' in shape) return { ink: flat, plan: { arithmetic: shape } }
  const yes = best(shape.yes, prices)
  const no = best(shape.no, prices)
  const branched = TEST + (yes.ink + no.ink) / 2
  if (flat <= branched) return { ink: flat, plan: { arithmetic: shape } }
  const { feature, threshold } = shape
  return { ink: branched, plan: { feature, threshold, yes: yes.plan, no: no.plan } }
}

function arithmeticInk(shape: Leaves, p: Prices): { ink: number; constant: boolean } {
  if ('leaf' in shape) return { ink: 0, constant: true }
  const yes = arithmeticInk(shape.yes, p)
  const no = arithmeticInk(shape.no, p)
  // and, constant; two expressions are subtracted, one of them is used again and added
  const both = yes.constant || no.constant ? 0 : 2 * p.word + 150
  const move = yes.constant && no.constant ? 0 : p.word + 1
  return { ink: yes.ink + no.ink + p.mask + p.words * (p.word + 1 + both + move), constant: false }
}

/** A value as expression plus constant: constants come together at the top. */
interface Affine {
  node: Node | undefined
  constant: bigint
}

export interface TreeInput {
  /** A feature as i32. */
  feature(index: number): Node
  /** A mask that other trees use too and that is computed outside any branch, if there is one. */
  shared?(key: string, make: () => Node): Node
}

/** Names a mask: -1 where x <= t, or where x > t. */
export const maskKey = (feature: number, threshold: number, above: boolean): string =>
  `${feature} ${threshold} ${above}`

/** The masks of a tree without a branch, as `maskKey` names them. */
export function masksOf(shape: Leaves): string[] {
  if ('leaf' in shape) return []
  const key = maskKey(shape.feature, shape.threshold, isTurned(shape))
  return [key, ...masksOf(shape.yes), ...masksOf(shape.no)]
}

/** The side that is used twice had better be a constant: then it is the one for x <= t. */
const isTurned = (shape: Exclude<Leaves, { leaf: unknown }>) => 'leaf' in shape.yes && !('leaf' in shape.no)

const constantOf = (type: Ty, value: bigint) => (type === 'i64' ? i64(value) : i32(value))

const plus = (a: Affine, type: Ty): Node =>
  a.node ? add(a.node, constantOf(type, a.constant)) : constantOf(type, a.constant)

/** All words of a tree without a branch. */
export function arithmeticValue(shape: Leaves, input: TreeInput, type: Ty, words: number): Node[] {
  return affine(shape, input, type, words).map((value) => plus(value, type))
}

function affine(shape: Leaves, input: TreeInput, type: Ty, words: number): Affine[] {
  if ('leaf' in shape) return shape.leaf.map((constant) => ({ node: undefined, constant }))
  const yes = affine(shape.yes, input, type, words)
  const no = affine(shape.no, input, type, words)
  const turn = isTurned(shape)
  const [then, base] = turn ? [no, yes] : [yes, no]
  const make = () => maskNode(input.feature(shape.feature), shape.threshold, turn, type)
  const key = maskKey(shape.feature, shape.threshold, turn)
  const mask = input.shared ? input.shared(key, make) : make()
  return base.map((b, k): Affine => {
    const a = then[k]!
    const delta = constantOf(type, a.constant - b.constant)
    const difference = a.node && b.node ? sub(a.node, b.node) : a.node
    const moved = difference ? add(difference, delta) : delta
    const masked = and(mask, moved)
    return { node: b.node ? add(masked, b.node) : masked, constant: b.constant }
  })
}

/** -1 where x <= t, or where x > t. A shift by 31 would do the same, but LLVM makes a `select` of it. */
function maskNode(x: Node, t: number, above: boolean, type: Ty): Node {
  const mask = shrS(above ? sub(i32(t), x) : sub(x, i32(t + 1)), 30)
  return type === 'i64' ? unary('i64.extend_i32_s', mask) : mask
}

/** The walk with its branches; `sums` take the words after the first. */
export function walkBranch(
  plan: WalkPlan,
  input: TreeInput,
  type: Ty,
  sums: readonly Variable[],
): Branch | Leaf {
  if ('arithmetic' in plan) {
    const [value, ...rest] = arithmeticValue(plan.arithmetic, input, type, 1 + sums.length)
    const adds = rest.map((v, k) => ({ variable: sums[k]!, value: v }))
    return { value: value!, adds: adds.filter(({ value: v }) => v.op !== 'const' || v.value !== 0n) }
  }
  const x = input.feature(plan.feature)
  return {
    test: isAbove(x, plan.threshold),
    above: { x, threshold: plan.threshold },
    yes: walkBranch(plan.no, input, type, sums),
    no: walkBranch(plan.yes, input, type, sums),
  }
}

/** Not 0 where x > t, for x and t of a few bits: the sign of t - x, or the bits above t if t is all ones. */
function isAbove(x: Node, t: number): Node {
  const bits = Math.log2(t + 1)
  if (t >= 0 && Number.isInteger(bits)) return shrU(x, bits)
  return shrU(sub(i32(t), x), 31)
}
