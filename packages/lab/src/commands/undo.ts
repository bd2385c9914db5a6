import { UsageError } from '../errors.ts'
import { listBackups, makeBackup, restoreBackup } from '../state/backups.ts'
import type { CommandContext } from './context.ts'

/** `lab undo`: the files of the last backup, after a backup of what stands there now, so a second undo undoes the first. */
export async function run({ ws, out }: CommandContext): Promise<number> {
  const last = listBackups(ws).at(-1)
  if (last === undefined) throw new UsageError('there is no backup to bring back')
  // Files that are not there now need no backup, and the new one must not stand in the way of the old.
  makeBackup(ws, `undo of ${last.reason}`, last.files)
  restoreBackup(ws, last)
  for (const file of last.files) out(`restored ${file}`)
  out(`undone: ${last.reason}; once more \`lab undo\` takes it back`)
  return 0
}
