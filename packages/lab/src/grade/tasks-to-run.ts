import type { LabManifest } from '../types.ts'

/** The tasks of a run, in the manifest's order: all, or one and everything it needs. */
export function tasksToRun(manifest: LabManifest, onlyTask?: string): Set<string> {
  if (onlyTask === undefined) return new Set(manifest.tasks.map((task) => task.id))
  const wanted = new Set<string>()
  const add = (id: string) => {
    if (wanted.has(id)) return
    wanted.add(id)
    for (const need of manifest.tasks.find((task) => task.id === id)?.needs ?? []) add(need)
  }
  add(onlyTask)
  return wanted
}
