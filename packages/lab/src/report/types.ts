/** The parts of `lab-report/1` that exporters read; schema/lab-report-1.schema.json has all of it. */
export interface LabReport {
  schema: 'lab-report/1'
  version: 1
  lab: { id: string; content: string; starterChanged: boolean; stale?: boolean }
  engine: { kind: string; name: string; arbos: number } | null
  seed: number
  status: 'pass' | 'fail' | 'error'
  reason: { kind: string; message: string; details: string | null; remedy: string | null } | null
  score: number
  max_score: number
  /** Milliseconds. */
  duration: number
  tasks: ReportTask[]
  tests: ReportTest[]
  metrics: ReportMetric[]
}

export type ReportStatus = 'pass' | 'fail' | 'error' | 'skip'

export interface ReportTask {
  id: string
  title: string
  status: ReportStatus
  reason: string | null
  score: number
  max_score: number
  hintsUsed: number
  revealed: boolean
}

export interface ReportTest {
  id: string
  name: string
  task_id: string
  required: boolean
  status: ReportStatus
  reason: string | null
  score: number
  message: string | null
  input: string | null
  expected: string | null
  actual: string | null
  distance: string | null
  diagnosis: string | null
  looks_like: string | null
  filename: string | null
  line_no: number | null
  duration: number
  reproduce: string
}

export interface ReportMetric {
  id: string
  value: number | null
  unit: string
  budget: number | null
  par: number | null
  status: 'pass' | 'fail' | 'skip' | null
}
