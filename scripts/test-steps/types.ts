/** What a step counted. */
export interface StepResult {
  passed: number
  failed: number
  /** What was left out, and why: `clippy: not installed here`. */
  skipped?: string[]
  /** What is worth a line beside the counts. */
  notes?: string[]
  /** What failed, a line each: named again at the very end, which is what a shortened log keeps. */
  failures?: string[]
  /** The tool's own words, shown when something failed. */
  output?: string
}

export interface Step {
  /** One word, for `--only`. */
  name: string
  title: string
  run(context: StepContext): Promise<StepResult>
}

export interface StepContext {
  /** What goes on right now; shown beside the step on a terminal. */
  detail(text: string): void
  /** On CI nothing may be left out that belongs to the project. */
  ci: boolean
}
