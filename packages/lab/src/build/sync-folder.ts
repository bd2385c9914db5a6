import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { atomicWrite } from '../state/atomic-write.ts'
import { walkFiles } from './walk.ts'

function same(path: string, data: Uint8Array): boolean {
  try {
    return statSync(path).size === data.length && Buffer.compare(readFileSync(path), data) === 0
  } catch {
    return false
  }
}

/**
 * Makes `target` hold exactly these files. One is written only when its content changed: cargo goes by
 * modification time. Build folders inside are left alone.
 */
export function syncFolder(target: string, files: Map<string, Uint8Array>): void {
  for (const [file, data] of files) {
    const path = join(target, file)
    if (!same(path, data)) atomicWrite(path, data)
  }
  for (const file of walkFiles(target)) if (!files.has(file)) rmSync(join(target, file))
}
