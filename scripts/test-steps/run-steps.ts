import { startProgress } from '../bootstrap/progress.mjs'
import { killRunning } from './run-tool.ts'
import type { Step, StepResult } from './types.ts'

/**
 * Runs the steps one after another, a line each, and prints the closing line.
 *
 * @returns the exit code: 0, 1 when something failed, 130 when interrupted
 */
export async function runSteps(steps: Step[]): Promise<number> {
  const ci = Boolean(process.env.CI) && process.env.CI !== 'false'
  const total = { passed: 0, failed: 0 }
  const skipped: string[] = []
  const failures: string[] = []
  let interrupted = false
  const stop = () => {
    interrupted = true
    killRunning()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  for (const step of steps) {
    const started = performance.now()
    const progress = process.stderr.isTTY ? startProgress(step.title) : undefined
    if (!progress) console.log(`....  ${step.title}`)
    const result = await attempt(step, (text) => progress?.detail(text), ci)
    progress?.end()
    if (interrupted) break
    total.passed += result.passed
    total.failed += result.failed
    skipped.push(...(result.skipped ?? []).map((what) => `${step.name}: ${what}`))
    if (result.failed > 0) failures.push(...failedLines(result).map((what) => `${step.name}: ${what}`))
    console.log(stepLine(step, result, performance.now() - started))
    for (const note of result.notes ?? []) console.log(`      ${note}`)
    if (result.failed > 0 && result.output) console.log(indent(result.output))
  }
  if (interrupted) {
    console.log('\nInterrupted.')
    return 130
  }
  list('skipped', skipped)
  list('failed', failures)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
}

function list(what: string, items: string[]): void {
  if (items.length > 0)
    console.log(`\n${items.length} ${what}:\n${items.map((item) => `  ${item}`).join('\n')}`)
}

/** Its failures by name, or the first thing the tool said. */
function failedLines({ failures, output = '' }: StepResult): string[] {
  if (failures?.length) return failures.length > 20 ? [...failures.slice(0, 20), '…'] : failures
  return [
    output
      .split('\n')
      .find((line) => line.trim())
      ?.trim() ?? 'the tool said nothing',
  ]
}

async function attempt(step: Step, detail: (text: string) => void, ci: boolean): Promise<StepResult> {
  try {
    const result = await step.run({ detail, ci })
    const none = result.passed + result.failed === 0 && !result.skipped?.length
    return none ? { passed: 0, failed: 1, output: 'This step checked nothing at all.' } : result
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

function stepLine(step: Step, result: StepResult, ms: number): string {
  const word = result.failed > 0 ? 'FAIL' : result.passed > 0 ? 'PASS' : 'SKIP'
  const counts = [
    result.passed > 0 && `${result.passed} passed`,
    result.failed > 0 && `${result.failed} failed`,
    result.skipped?.length && `${result.skipped.length} skipped`,
  ].filter(Boolean)
  return `${word}  ${step.title.padEnd(46)} ${counts.join(', ').padEnd(22)} ${(ms / 1000).toFixed(1)} s`
}

function indent(text: string): string {
  const lines = text.trimEnd().split('\n')
  const shown =
    lines.length > 200
      ? [...lines.slice(0, 120), `… ${lines.length - 180} lines left out …`, ...lines.slice(-60)]
      : lines
  return shown.map((line) => `      ${line}`).join('\n')
}
