import type { StepResult } from './types.ts'

/** A tool that isn't there: a named skip on a person's machine, a failure on CI, which has to have it. */
export function missingTool(tool: string, remedy: string, ci: boolean): StepResult {
  if (ci) return { passed: 0, failed: 1, output: `${tool} is not installed. ${remedy}` }
  return { passed: 0, failed: 0, skipped: [`${tool} is not installed (${remedy})`] }
}
