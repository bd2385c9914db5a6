import type { EngineChoice } from '../engine/choose.ts'
import type { SerializedError } from '../errors.ts'
import type { Build, Engine } from '../types.ts'
import type { Signatures } from './diagnose.ts'
import type { CheckResult, Metric, ProgramFacts } from './results.ts'

/** What the grading process is told when it starts. */
export interface ChildInput {
  root: string
  dir: string
  seed: number
  onlyCase?: number
  onlyTask?: string
  noWait: boolean
  engine: EngineChoice
  stubs: [string, string][]
  where: [string, string][]
  previous: CheckResult[]
  metrics: Metric[]
  /** What the tested wrong answers of this lab give. */
  signatures?: Signatures
  /** Take the signature of what is graded: run the other cases of a failed check too. */
  survey?: boolean
  /** Deploy these builds before the first check, so that a program that can't be activated ends the run at once. */
  preload: Build[]
}

export type FromChild =
  | { type: 'engine'; engine: Engine }
  | { type: 'start'; id: string }
  | { type: 'activity'; text: string }
  | { type: 'artefact'; build: Exclude<Build, 'prebuilt'> }
  | { type: 'end'; result: CheckResult }
  | { type: 'metric'; metric: Metric }
  | { type: 'note'; note: { check: string; line: string } }
  | { type: 'program'; facts: ProgramFacts }
  | { type: 'checks'; list: { id: string; name: string; task: string; required: boolean }[] }
  | { type: 'output'; text: string }
  | { type: 'crash'; message: string }
  | { type: 'done' }
  | { type: 'failed'; error: SerializedError }

export type ToChild =
  | { type: 'input'; input: ChildInput }
  | { type: 'artefact'; build: string; path?: string; error?: SerializedError }
