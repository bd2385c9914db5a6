import { readArgsInk, writeResultInk } from '@inkling/wasm'
import { add, and, binary, i32, i64, type Node, param, shl, shrU, sub, unary } from '../ir/nodes.ts'
import type { KernelFunction, Program, Statement } from '../ir/program.ts'
import type { ScalarSum } from './dot-sums.ts'
import type { InputPlan } from './input.ts'
import { min0 } from './requantize.ts'

/** A score whose label is known: `undefined` in place of a sum stands for the constant 0. */
export type LabelScore = { label: number; sum: ScalarSum | undefined }

/**
 * Lowest label with the highest score, as i64. Each score becomes one key, label - score * 2^b, and the smallest key
 * wins: 701 ink a step, where a comparison with two `select` takes 3,000.
 */
export function argmaxLabel(scores: readonly LabelScore[]): Node {
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(...scores.map((s) => s.label)) + 1)))
  const keys = scores.map(({ label, sum }) => {
    if (!sum) return i64(label)
    return sub(i64(BigInt(label) + (sum.offset << BigInt(bits))), shl(sum.node, bits))
  })
  // a constant key costs nothing to start with
  keys.sort((a, b) => Number(b.op === 'const') - Number(a.op === 'const'))
  const least = keys.reduce((m, v) => add(v, min0(sub(m, v))))
  return and(least, i64((1n << BigInt(bits)) - 1n))
}

/** 1 where the sum is above 0. */
export function isPositive({ node, offset }: ScalarSum): Node {
  return node.type === 'i64' ? shrU(sub(i64(offset), node), 63) : shrU(sub(i32(offset), node), 31)
}

export interface Outcome {
  /** Statements that put the result at `address`. */
  statements: Statement[]
  values: Node[]
  bytes: number
}

export function labelOutcome(label: Node, address: number): Outcome {
  const value = label.type === 'i64' ? unary('i32.wrap_i64', label) : label
  return { statements: [{ kind: 'store', op: 'i32.store8', address, value }], values: [value], bytes: 1 }
}

export function scoresOutcome(scores: readonly ScalarSum[], address: number): Outcome {
  const values = scores.map(({ node, offset }) =>
    add(node, node.type === 'i64' ? i64(-offset) : i32(-offset)),
  )
  const statements = values.map((value, i): Statement => {
    const op = value.type === 'i64' ? 'i64.store32' : 'i32.store'
    return { kind: 'store', op, address: address + 4 * i, value }
  })
  return { statements, values, bytes: 4 * scores.length }
}

/**
 * The entry point: arguments in, kernel, result out. A wrong length or a value out of range makes the status 1 and the
 * result empty. That is arithmetic, not a branch: 470 ink where a branch takes 3,460.
 */
export function finishProgram(
  input: InputPlan,
  body: Statement[],
  outcome: Outcome,
  outputAddress: number,
  rest: Partial<Pick<Program, 'data' | 'functions' | 'pages' | 'contracts'>> & {
    /** Of host calls in the body. */
    hostInk?: number
    /** 1 if the body could not do its work: the call fails then. */
    failed?: Node
  } = {},
): Program {
  const { bad, bytes } = input
  const wrong = binary('ne', param('i32', 0), i32(bytes))
  const inRange = bad ? binary('or', wrong, binary('ne', bad, i64(0))) : wrong
  const status = rest.failed ? binary('or', inRange, rest.failed) : inRange
  const length = and(sub(status, i32(1)), i32(outcome.bytes))
  const main: KernelFunction = {
    name: 'user_entrypoint',
    params: ['i32'],
    body: [
      { kind: 'host', name: 'read_args', args: [i32(0)] },
      ...body,
      ...outcome.statements,
      { kind: 'host', name: 'write_result', args: [i32(outputAddress), length] },
    ],
    returns: status,
  }
  return {
    functions: [...(rest.functions ?? []), main],
    kernel: { body, outputs: outcome.values, bad, words: Math.ceil(bytes / 8) },
    data: rest.data ?? [],
    pages: rest.pages ?? 1,
    ...(rest.contracts && { contracts: rest.contracts }),
    hostInk: readArgsInk(bytes) + writeResultInk(outcome.bytes) + (rest.hostInk ?? 0),
  }
}
