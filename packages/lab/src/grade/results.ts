import type { BudgetSpec, Engine } from '../types.ts'

export type CheckStatus = 'pass' | 'fail' | 'error' | 'skip'

/** Why a check is not `pass`, for programs. */
export type CheckReason =
  | 'wrong' // the check's own comparison failed
  | 'stub' // the task still is a stub
  | 'threw' // the learner's code threw
  | 'module' // the learner's file does not load
  | 'crash' // the learner's code ended the grading process
  | 'timeout'
  | 'over-budget'
  | 'no-ink' // the engine cannot tell ink
  | 'ended' // grading ended before this check
  | 'fault' // the check itself is broken
  | `needs ${string}`

export interface Metric {
  id: string
  value: number
  unit: 'ink' | 'gas' | 'bytes' | 'ratio'
  parts?: Record<string, number>
  check: string
  /** Ink by function of the call that this figure is of, the most expensive first. */
  functions?: { name: string; ink: number }[]
  /** Ink by host call of that call. */
  hostCalls?: Record<string, number>
  /** The call, in words: `classify(0x0102)`. */
  call?: string
}

export interface CheckResult {
  id: string
  name: string
  task: string
  required: boolean
  status: CheckStatus
  reason?: CheckReason
  message?: string
  input?: string
  expected?: string
  actual?: string
  /** `off by 1 LSB`, `first difference at index 3`. */
  distance?: string
  oracle?: string
  /** First layer that differs: `2 of 4, dense 1: value 5 is 12, expected 13`. */
  layer?: string
  /** `labs/01-x/train.ts:12` */
  where?: string
  case?: number
  cases?: number
  /** The tested wrong answer that gives the same values on several cases. */
  diagnosis?: { id: string; says: string }
  /** Failing cases with what was given there; only where a wrong answer's signature is taken. */
  observed?: [number, string][]
  /** Milliseconds. */
  duration: number
  /** What the learner's code printed, at most 500 characters. */
  output?: string
  /** Where an error of ours came from; only in the fault report. */
  stack?: string
}

/** What the worker found out about a contract, for the figures of lab 0 and 1. */
export interface ProgramFacts {
  build: string
  wasmBytes: number
  codeBytes: number
  initialPages: number
  activationGas: number
  dataFee: string
  entryInit?: number
  entryCached?: number
  warnings: string[]
}

export interface Grading {
  engine?: Engine
  results: CheckResult[]
  metrics: Metric[]
  notes: { check: string; line: string }[]
  programs: ProgramFacts[]
}

export interface JudgedBudget extends BudgetSpec {
  value?: number
  state: 'met' | 'over' | 'unmeasured'
  parts?: Record<string, number>
}

/** Puts the measured figures beside the limits. */
export function judgeBudgets(budgets: BudgetSpec[], metrics: Metric[]): JudgedBudget[] {
  return budgets.map((budget) => {
    const metric = metrics.find((candidate) => candidate.id === budget.id)
    if (metric === undefined) return { ...budget, state: 'unmeasured' }
    return {
      ...budget,
      value: metric.value,
      parts: metric.parts,
      state: metric.value > budget.budget ? 'over' : 'met',
    }
  })
}
