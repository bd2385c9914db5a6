import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { labContentHash } from '../content-hash.ts'
import { loadManifest } from '../labs.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import type { Workspace } from '../workspace.ts'
import type { LabReport } from './types.ts'

const folder = (ws: Workspace) => join(ws.state, 'reports')

/** Keeps the report of a graded lab for `lab report`; a disk that is full costs only that. */
export function storeReport(ws: Workspace, lab: string, report: unknown): void {
  try {
    atomicWrite(join(folder(ws), `${lab}.json`), `${JSON.stringify(report, null, 2)}\n`)
  } catch {
    // the result is on the terminal
  }
}

/** The last reports, in order of the labs; one is `stale` when its lab asks something else by now. */
export async function storedReports(ws: Workspace): Promise<LabReport[]> {
  if (!existsSync(folder(ws))) return []
  const reports: LabReport[] = []
  for (const file of readdirSync(folder(ws)).sort()) {
    if (!file.endsWith('.json')) continue
    let report: LabReport
    try {
      report = JSON.parse(readFileSync(join(folder(ws), file), 'utf8')) as LabReport
    } catch {
      continue
    }
    if (report?.schema !== 'lab-report/1' || report.lab?.id !== file.slice(0, -'.json'.length)) continue
    const dir = join(ws.labs, report.lab.id)
    if (!existsSync(join(dir, 'lab.ts'))) continue
    const content = labContentHash(ws, await loadManifest(ws, dir))
    reports.push(content === report.lab.content ? report : { ...report, lab: { ...report.lab, stale: true } })
  }
  return reports
}
