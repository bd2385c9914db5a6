import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentError, LabError, SubmissionError } from '../errors.ts'
import type { BudgetSpec, Check, LabManifest } from '../types.ts'
import { CheckFailure } from './compare.ts'
import { candidates, diagnose, observeCases, SIGNATURE_CASES, type Signatures } from './diagnose.ts'
import { layerInWords } from './first-layer.ts'
import { LearnerError, learnerFrame } from './learner-module.ts'
import { type CheckReason, type CheckResult, judgeBudgets, type Metric } from './results.ts'
import type { Session } from './session.ts'
import { tasksToRun } from './tasks-to-run.ts'

export interface RunOptions {
  manifest: LabManifest
  checks: Check[]
  session: Session
  dir: string
  /** Tasks whose source still holds a stub, with the place as shown. */
  stubs: Map<string, string>
  /** Only this task and what it needs. */
  onlyTask?: string
  /** Judge a task even when one that it needs has failed. */
  noWait: boolean
  /** Where a task's gap is: `labs/01-x/train.ts:12`. */
  whereIs(task: string): string | undefined
  /** As shown, from an absolute path. */
  shown(path: string): string
  /** Results of an earlier process that did not come to its end. */
  previous: CheckResult[]
  metrics: Metric[]
  inkExact: boolean
  seed?: number
  /** What the tested wrong answers of this lab give. */
  signatures?: Signatures
  /** Take the signature of what is graded. */
  survey?: boolean
  onStart?(check: Check): void
  onEnd?(result: CheckResult): void
}

/** A check names a file of the lab: the task's own gets its line, others the way from the repository root. */
function placeOf(
  named: string | undefined,
  task: string,
  where: string | undefined,
  options: Pick<RunOptions, 'dir' | 'manifest' | 'shown'>,
): string | undefined {
  if (named === undefined) return where
  if (
    where !== undefined &&
    named === options.manifest.tasks.find((candidate) => candidate.id === task)?.file
  )
    return where
  const path = join(options.dir, named.replace(/:\d+$/, ''))
  if (!existsSync(path)) return named
  return options.shown(path) + (/:\d+$/.exec(named)?.[0] ?? '')
}

/** Turns whatever a check threw into a result. Throws on what must end the run. */
export function resultOfError(
  error: unknown,
  base: CheckResult,
  options: Pick<RunOptions, 'dir' | 'manifest' | 'whereIs' | 'shown'>,
): CheckResult {
  const where = options.whereIs(base.task)
  if (error instanceof CheckFailure) {
    const o = error.options
    return {
      ...base,
      status: 'fail',
      reason: 'wrong',
      message: error.message,
      input: o.input,
      expected: error.expected,
      actual: error.actual,
      distance: error.distance,
      oracle: o.oracle,
      layer: o.layer === undefined ? undefined : layerInWords(o.layer),
      where: placeOf(o.where, base.task, where, options),
      case: o.case,
      cases: o.cases,
    }
  }
  if (error instanceof LearnerError) {
    const place =
      error.place === undefined
        ? where
        : `${options.shown(error.place.path)}${error.place.line === undefined ? '' : `:${error.place.line}`}`
    return { ...base, status: 'fail', reason: error.reason, message: error.message, where: place }
  }
  if (error instanceof LabError) throw error
  const own = error instanceof Error ? error : new Error(String(error))
  if (own.name === 'TodoError') {
    return { ...base, status: 'fail', reason: 'stub', message: own.message, where }
  }
  const text = `${own.name}: ${own.message.split('\n')[0]}`
  const frame = learnerFrame(own, options.dir, options.manifest.answerFiles)
  if (frame !== undefined) {
    return {
      ...base,
      status: 'fail',
      reason: 'threw',
      message: `your code threw ${text}`,
      where: `${options.shown(frame.path)}:${frame.line}`,
    }
  }
  // A check that stumbles over a value of the wrong kind does so on what the learner's code returned.
  const file = options.manifest.tasks.find((task) => task.id === base.task)?.file ?? ''
  if (file.endsWith('.ts') && (own instanceof TypeError || own instanceof RangeError)) {
    return {
      ...base,
      status: 'fail',
      reason: 'threw',
      message: `the check could not use what your code returned: ${text}`,
      where,
      stack: own.stack,
    }
  }
  return {
    ...base,
    status: 'error',
    reason: 'fault',
    message: `the check itself failed: ${text}`,
    where: undefined,
    stack: own.stack,
  }
}

/**
 * Runs the checks one after the other, in the order of the tasks.
 *
 * Tasks that are stubs fail without being run; tasks that need a failed one are skipped. Throws
 * EnvironmentError and SubmissionError, which end the whole run; everything else becomes a result.
 */
export async function runChecks(options: RunOptions): Promise<CheckResult[]> {
  const { manifest, checks, session } = options
  const results: CheckResult[] = [...options.previous]
  const finish = (result: CheckResult) => {
    results.push(result)
    options.onEnd?.(result)
  }
  const wanted = tasksToRun(manifest, options.onlyTask)
  const failed = (task: string) =>
    results.some((result) => result.task === task && result.required && result.status !== 'pass')

  for (const task of manifest.tasks) {
    if (!wanted.has(task.id)) continue
    const own = checks.filter((check) => check.task === task.id)
    const stub = options.stubs.get(task.id)
    const blocker = options.noWait ? undefined : (task.needs ?? []).find((need) => failed(need))
    for (const check of own) {
      if (results.some((result) => result.id === check.id)) continue
      const base: CheckResult = {
        id: check.id,
        name: check.name,
        task: task.id,
        required: check.required !== false,
        status: 'pass',
        duration: 0,
      }
      if (blocker !== undefined) {
        finish({ ...base, status: 'skip', reason: `needs ${blocker}` })
        continue
      }
      if (stub !== undefined) {
        finish({
          ...base,
          status: 'fail',
          reason: 'stub',
          message: `task ${task.id} is still a stub, ${stub}`,
          where: stub,
        })
        continue
      }
      if (
        results.some(
          (result) => result.task === task.id && (result.reason === 'timeout' || result.reason === 'crash'),
        )
      ) {
        finish({
          ...base,
          status: 'skip',
          reason: 'ended',
          message: 'an earlier check of this task had to be ended',
        })
        continue
      }
      options.onStart?.(check)
      const began = performance.now()
      let result: CheckResult
      try {
        await check.run(session.context(check.id))
        result = budgetResult(base, options)
      } catch (error) {
        if (error instanceof EnvironmentError || error instanceof SubmissionError) throw error
        result = resultOfError(error, base, options)
        await lookAgain(result, check, options)
      }
      result.duration = Math.round(performance.now() - began)
      finish(result)
    }
  }
  return results
}

/**
 * Runs further cases of a check that failed on one: to name the known mistake that gives the same values
 * there, or (survey) to write down what this wrong answer gives.
 */
async function lookAgain(result: CheckResult, check: Check, options: RunOptions): Promise<void> {
  const { signatures, session } = options
  if (result.reason !== 'wrong' || result.case === undefined || result.actual === undefined) return
  const first: [number, string] = [result.case, result.actual]
  const context = () => session.context(check.id)
  if (options.survey === true) {
    const rest = Array.from({ length: (result.cases ?? 0) - result.case - 1 }, (_, i) => first[0] + 1 + i)
    const more = await observeCases(check, context, rest, SIGNATURE_CASES - 1)
    result.observed = more === undefined ? [] : [first, ...more]
    return
  }
  if (signatures === undefined || signatures.seed !== options.seed) return
  const numbers = new Set(
    candidates(signatures, check.id, first).flatMap((wrong) =>
      (wrong.checks.find((own) => own.id === check.id)?.cases ?? []).map(([number]) => number),
    ),
  )
  numbers.delete(first[0])
  if (numbers.size === 0) return
  const more = await observeCases(
    check,
    context,
    [...numbers].sort((a, b) => a - b),
    Number.POSITIVE_INFINITY,
  )
  if (more === undefined) return
  const wrong = diagnose(signatures, check.id, [first, ...more])
  if (wrong !== undefined) result.diagnosis = { id: `wrong/${wrong.name}`, says: wrong.says }
}

/** A check that measured a budgeted figure passes only within the budget. */
function budgetResult(base: CheckResult, options: RunOptions): CheckResult {
  const own = options.metrics.filter((metric) => metric.check === base.id)
  const over = judgeBudgets(options.manifest.budgets, own).find((budget) => budget.state === 'over')
  if (over === undefined) return base
  const percent = Math.ceil(((over.value! - over.budget) / over.budget) * 100)
  const n = (value: number) => value.toLocaleString('en-US')
  return {
    ...base,
    status: 'fail',
    reason: 'over-budget' satisfies CheckReason,
    message: `${over.id} ${n(over.value!)} of ${n(over.budget)} ${over.unit} (+${percent} %)  par ${n(over.par)}`,
    where: costPlace(options, over),
  }
}

/** Where a cost comes from: not the file of the task that measures it, but the contract. */
function costPlace(options: RunOptions, budget: BudgetSpec): string | undefined {
  const { manifest, dir, shown } = options
  const file = budget.where ?? manifest.answerFiles.find((name) => name.startsWith('contract/'))
  return file === undefined ? undefined : shown(join(dir, file))
}
