import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Workspace } from '../workspace.ts'
import { atomicWrite, makeFolder } from './atomic-write.ts'

/** One backup: a folder with the files as they were, and a list of what was there. */
export interface Backup {
  /** Name of the folder under `.lab/backups`; sorts by time. */
  name: string
  /** Why it was made: `reset 1.2`. */
  reason: string
  /** Paths from the repository root. */
  files: string[]
}

function backupsDir(ws: Workspace): string {
  return join(ws.state, 'backups')
}

/**
 * Copies files aside before a command changes them. The list is written last, so that a backup
 * without one is known to be half-made. Files that do not exist are left out.
 */
export function makeBackup(
  ws: Workspace,
  reason: string,
  files: string[],
  now = new Date(),
): Backup | undefined {
  const present = files.filter((file) => existsSync(join(ws.root, file)))
  if (present.length === 0) return undefined
  const stamp = now.toISOString().replace(/[:.]/g, '-')
  let name = stamp
  for (let n = 2; existsSync(join(backupsDir(ws), name)); n++) name = `${stamp}-${n}`
  const folder = join(backupsDir(ws), name)
  for (const file of present) {
    const target = join(folder, 'files', file)
    makeFolder(dirname(target))
    copyFileSync(join(ws.root, file), target)
  }
  atomicWrite(join(folder, 'backup.json'), `${JSON.stringify({ reason, files: present }, null, 2)}\n`)
  return { name, reason, files: present }
}

/** All complete backups, oldest first. */
export function listBackups(ws: Workspace): Backup[] {
  const dir = backupsDir(ws)
  if (!existsSync(dir)) return []
  const backups: Backup[] = []
  for (const name of readdirSync(dir).sort()) {
    try {
      const data = JSON.parse(readFileSync(join(dir, name, 'backup.json'), 'utf8')) as {
        reason: string
        files: string[]
      }
      if (Array.isArray(data.files)) backups.push({ name, reason: String(data.reason), files: data.files })
    } catch {
      // half-made or not ours: left alone
    }
  }
  return backups
}

/** Puts the files of a backup back. What stands there now should be backed up by the caller first. */
export function restoreBackup(ws: Workspace, backup: Backup): void {
  for (const file of backup.files) {
    atomicWrite(join(ws.root, file), readFileSync(join(backupsDir(ws), backup.name, 'files', file)))
  }
}
