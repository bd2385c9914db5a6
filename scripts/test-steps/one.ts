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
    output: results
      .filter((result) => result.failed > 0)
      .map((result) => result.output ?? '')
      .join('\n'),
  }
}
