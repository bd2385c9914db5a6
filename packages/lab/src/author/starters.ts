import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../build/masters.ts'
import { renderStarter } from '../regions/render.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { makeBackup } from '../state/backups.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'

/** Starters of a lab that are not what its masters give, from the repository root. */
export function staleStarters(ws: Workspace, manifest: LabManifest): { name: string; text: string }[] {
  const stale: { name: string; text: string }[] = []
  for (const [file, master] of readMasters(ws, manifest)) {
    const path = join(ws.labs, manifest.id, file)
    const text = renderStarter(master)
    // A CRLF checkout of the same starter is current.
    const now = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined
    if (now !== text) stale.push({ name: `labs/${manifest.id}/${file}`, text })
  }
  return stale
}

/** Writes the starters that are not current, after a backup: the folder may hold someone's work. */
export function writeStarters(ws: Workspace, manifest: LabManifest): { written: string[]; backup?: string } {
  const stale = staleStarters(ws, manifest)
  const backup = makeBackup(
    ws,
    `author build ${manifest.number}`,
    stale.map((starter) => starter.name),
  )
  for (const { name, text } of stale) atomicWrite(join(ws.root, name), text)
  return { written: stale.map((starter) => starter.name), backup: backup?.name }
}
