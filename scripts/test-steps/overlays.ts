import { join } from 'node:path'
import { makeOverlay, type Variant } from '../../packages/lab/src/build/overlay.ts'
import { labFolders, loadManifest } from '../../packages/lab/src/labs.ts'
import type { LabManifest } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'

export interface Overlay {
  manifest: LabManifest
  /** Absolute folder under `.work`. */
  dir: string
}

/** Writes (where something changed) and names one variant of every lab. */
export async function overlays(variant: Variant): Promise<Overlay[]> {
  const ws = workspace()
  const result = []
  for (const folder of labFolders(ws)) {
    const manifest = await loadManifest(ws, join(ws.labs, folder))
    result.push({ manifest, dir: makeOverlay(ws, manifest, variant) })
  }
  return result
}
