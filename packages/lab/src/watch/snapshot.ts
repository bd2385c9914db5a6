import { statSync } from 'node:fs'
import { join } from 'node:path'
import { walkFiles } from '../build/walk.ts'

/** Files that editors make while they save: swap files, backups, probes. */
const OF_EDITORS = /(?:^|\/)(?:\.[^/]*\.sw[a-z]|\.#[^/]*|#[^/]*#|4913|[^/]*~)$/

/** Modification time and size of each file of a folder; build folders and editors' files are left out. */
export function takeSnapshot(dir: string): Map<string, string> {
  const snapshot = new Map<string, string>()
  let files: string[] = []
  try {
    files = walkFiles(dir)
  } catch {
    // A folder that vanishes while it is read: what is left is told by the next look.
  }
  for (const file of files) {
    if (OF_EDITORS.test(file)) continue
    try {
      const { mtimeMs, size } = statSync(join(dir, file))
      snapshot.set(file, `${mtimeMs} ${size}`)
    } catch {
      // gone since it was listed
    }
  }
  return snapshot
}

/** Files that were added, written or removed between two looks. */
export function changedFiles(before: Map<string, string>, after: Map<string, string>): string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort()
}
