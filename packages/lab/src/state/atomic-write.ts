import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

let counter = 0

/**
 * Makes a folder and those above it. On a read-only disk Node says that the folder does not exist; this says
 * that it may not be written.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    let above = dirname(path)
    while (!existsSync(above) && above !== dirname(above)) above = dirname(above)
    accessSync(above, constants.W_OK)
    throw error
  }
}

/**
 * Writes a file so that a reader, or a machine that stops half-way, sees the old text or the new one,
 * never a part. The temporary file stands beside the target: a rename across disks is not atomic.
 */
export function atomicWrite(path: string, data: string | Uint8Array): void {
  makeFolder(dirname(path))
  const temporary = `${path}.${process.pid}.${counter++}.tmp`
  try {
    writeFileSync(temporary, data)
    renameSync(temporary, path)
  } catch (error) {
    try {
      rmSync(temporary, { force: true })
    } catch {
      // what went wrong first is what counts
    }
    throw error
  }
}
