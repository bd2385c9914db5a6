import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultError } from '../errors.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import type { Workspace } from '../workspace.ts'
import type { ClassTimes, ClassTimesFile } from './class-times.ts'

/** Where the times of classes are kept, and the site reads how many there are. */
export const CLASS_TIMES = 'docs/data/class-times.json'

/**
 * @returns no classes where there is no such file
 * @throws FaultError when the file is there and can't be read
 */
export function loadClassTimes(ws: Workspace): ClassTimesFile {
  const path = join(ws.root, CLASS_TIMES)
  if (!existsSync(path)) return { schema: 'class-times/1', classes: [] }
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as ClassTimesFile
    if (file.schema === 'class-times/1' && Array.isArray(file.classes)) return file
  } catch {
    // Said below.
  }
  throw new FaultError(`${CLASS_TIMES} is no class-times/1`, { remedy: `git restore ${CLASS_TIMES}` })
}

/** Adds a class, or takes the place of the one with the same id. */
export function saveClassTimes(ws: Workspace, added: ClassTimes): ClassTimesFile {
  const { classes } = loadClassTimes(ws)
  const file: ClassTimesFile = {
    schema: 'class-times/1',
    classes: [...classes.filter((one) => one.id !== added.id), added].sort((a, b) =>
      a.id.localeCompare(b.id, 'en', { numeric: true }),
    ),
  }
  atomicWrite(join(ws.root, CLASS_TIMES), `${JSON.stringify(file, null, 2)}\n`)
  return file
}
