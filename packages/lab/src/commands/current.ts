import { join } from 'node:path'
import { EnvironmentError } from '../errors.ts'
import { labFolders, loadManifest } from '../labs.ts'
import type { Progress } from '../state/progress.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'

/** Manifests of all labs that load, in order; one broken lab hides no other. */
export async function allManifests(
  ws: Workspace,
): Promise<{ manifests: LabManifest[]; broken: { folder: string; reason: string }[] }> {
  const manifests: LabManifest[] = []
  const broken: { folder: string; reason: string }[] = []
  for (const folder of labFolders(ws)) {
    try {
      manifests.push(await loadManifest(ws, join(ws.labs, folder)))
    } catch (error) {
      broken.push({ folder, reason: (error as Error).message })
    }
  }
  return { manifests, broken }
}

export function firstOpenTask(manifest: LabManifest, progress: Progress): string | undefined {
  const tasks = progress.labs[manifest.id]?.tasks ?? {}
  return manifest.tasks.find((task) => tasks[task.id]?.status !== 'pass')?.id
}

/**
 * The lab a person is at: the one chosen with `lab go` while it has an open task, else the first that has one,
 * else the last.
 */
export function currentLab(manifests: LabManifest[], progress: Progress): LabManifest {
  const chosen = manifests.find((manifest) => manifest.id === progress.current)
  if (chosen !== undefined && firstOpenTask(chosen, progress) !== undefined) return chosen
  const open = manifests.find((manifest) => firstOpenTask(manifest, progress) !== undefined)
  const lab = open ?? manifests.at(-1)
  if (lab === undefined)
    throw new EnvironmentError('this clone has no labs', { remedy: 'restore them: git restore labs' })
  return lab
}

/** What to type next after a lab or a task. */
export function nextStep(
  manifests: LabManifest[],
  progress: Progress,
  after?: LabManifest,
): { command: string; text: string; lab?: string; task?: string } {
  const open = after === undefined ? undefined : firstOpenTask(after, progress)
  if (after !== undefined && open !== undefined) {
    const title = after.tasks.find((task) => task.id === open)?.title ?? ''
    return { command: `npm run lab:check ${open}`, text: `(${title})`, lab: after.id, task: open }
  }
  const chosen = after === undefined && manifests.length > 0 ? currentLab(manifests, progress) : undefined
  const later = manifests.find(
    (manifest) =>
      (chosen === undefined || manifest === chosen) &&
      (after === undefined || manifest.number > after.number) &&
      firstOpenTask(manifest, progress) !== undefined,
  )
  if (later !== undefined) {
    return {
      command: `npm run lab:check ${later.number}`,
      text: `(${later.title}, ${later.minutes} min)`,
      lab: later.id,
      task: firstOpenTask(later, progress),
    }
  }
  const earlier = manifests.find((manifest) => firstOpenTask(manifest, progress) !== undefined)
  if (after !== undefined && earlier !== undefined) {
    const task = firstOpenTask(earlier, progress)
    return {
      command: `npm run lab:check ${earlier.number}`,
      text: `(${earlier.title} is still open)`,
      lab: earlier.id,
      task,
    }
  }
  return { command: 'npm run lab:list', text: '(all labs here are done)' }
}
