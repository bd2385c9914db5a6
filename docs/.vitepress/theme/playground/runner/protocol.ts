/** Page to Worker: one run. Sources are those of the editor; the rest of the lab comes from the site. */
export interface RunRequest {
  lab: string
  /** The learner's TypeScript by path inside the lab: `train.ts`. */
  files: Record<string, string>
  /** All other files of the lab that a run may read, as addresses. */
  assets: Record<string, string>
  /** The lab's own TypeScript that is not the learner's, as text: checks, manifest, helpers. */
  sources: Record<string, string>
  /** Address of the reference contract's code, which stands in for a build. */
  program: string
  /** Only checks of these tasks. */
  tasks: string[]
}

/** One check's result, in the words of the grader's report. */
export interface CheckLine {
  id: string
  task: string
  name: string
  status: 'pass' | 'fail'
  message?: string
  input?: string
  expected?: string
  actual?: string
  distance?: string
  /** `train.ts:26` */
  where?: string
  /** Milliseconds. */
  duration: number
}

export type FromRunner =
  | { type: 'start'; id: string }
  | { type: 'result'; line: CheckLine }
  | { type: 'note'; text: string }
  | { type: 'log'; text: string }
  | { type: 'done' }
  | { type: 'failed'; message: string }
