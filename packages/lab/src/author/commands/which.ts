import { join } from 'node:path'
import { labFolders, loadManifest, selectLab } from '../../labs.ts'
import type { LabManifest } from '../../types.ts'
import type { Workspace } from '../../workspace.ts'

/** The labs that were named, or all. @throws UsageError for one that is not there. */
export async function whichLabs(ws: Workspace, words: string[]): Promise<LabManifest[]> {
  const folders = words.length === 0 ? labFolders(ws) : words.map((word) => selectLab(ws, word).lab)
  const manifests: LabManifest[] = []
  for (const folder of new Set(folders)) manifests.push(await loadManifest(ws, join(ws.labs, folder)))
  return manifests
}
