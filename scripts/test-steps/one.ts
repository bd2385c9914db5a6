import type { ToolResult } from './run-tool.ts'
import type { StepResult } from './types.ts'

/** A tool that has one verdict counts as one. */
export function one(result: ToolResult, skipped: string[] = []): StepResult {
  const ok = result.code === 0
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped, output: result.output }
}

/** Adds up results of several runs of a step. */
export function sum(results: StepResult[]): StepResult {
  return {
    passed: results.reduce((n, result) => n + result.passed, 0),
    failed: results.reduce((n, result) => n + result.failed, 0),
    skipped: results.flatMap((result) => result.skipped ?? []),
    failures: results.filter((result) => result.failed > 0).flatMap(failureLines),
    output: results
      .filter((result) => result.failed > 0)
      .map((result) => result.output ?? '')
      .join('\n'),
  }
}

/** Of several runs each has to be named, so what one said first stands for it. */
function failureLines({ failures, output = '' }: StepResult): string[] {
  if (failures?.length) return failures
  const lines = output.split('\n').filter((line) => line.trim())
  const error = lines.find((line) => /^\s*(error|FAIL|test .* FAILED)/.test(line)) ?? lines[0]
  return error ? [error.trim()] : []
}
