import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../build/masters.ts'
import { keptLines } from '../regions/render.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'

/** One task as the site shows it: what the starter has, and what the reference has instead. */
export interface TaskDiff {
  id: string
  title: string
  /** From the repository root. */
  file: string
  /** Line of the starter where the stub begins, from 1. */
  line: number
  stub: string[]
  answer: string[]
}

/** Where the site reads a lab's diffs. */
export function diffsPath(manifest: LabManifest): string {
  return `docs/data/diffs/${manifest.id}.json`
}

/** The per-task diffs of a lab, in the order of its tasks. */
export function taskDiffs(ws: Workspace, manifest: LabManifest): TaskDiff[] {
  const found = new Map<string, TaskDiff>()
  for (const [file, master] of readMasters(ws, manifest)) {
    let line = 1
    for (const part of master.parts) {
      if (part.kind === 'text') {
        line += keptLines(part.lines).length
        continue
      }
      found.set(part.task, {
        id: part.task,
        title: manifest.tasks.find((task) => task.id === part.task)?.title ?? '',
        file: `labs/${manifest.id}/${file}`,
        line,
        stub: part.stub,
        answer: keptLines(part.answer),
      })
      line += part.stub.length
    }
  }
  return manifest.tasks.flatMap((task) => found.get(task.id) ?? [])
}

/** The file as it should be; undefined for a lab without answers. */
export function diffsText(ws: Workspace, manifest: LabManifest): string | undefined {
  if (manifest.answerFiles.length === 0) return undefined
  const body = { schema: 'lab-diffs/1', lab: manifest.id, tasks: taskDiffs(ws, manifest) }
  return `${JSON.stringify(body, null, 2)}\n`
}

/** Its path when what stands there is not current. */
export function staleDiffs(ws: Workspace, manifest: LabManifest): string[] {
  const wanted = diffsText(ws, manifest)
  if (wanted === undefined) return []
  const path = join(ws.root, diffsPath(manifest))
  const now = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined
  return now === wanted ? [] : [diffsPath(manifest)]
}
