import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Workspace } from '../workspace.ts'

/** Why changes in this folder are not announced: it is shared with Windows or with another machine. */
export async function slowFolder(ws: Workspace, dir: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  const inRoot = join(ws.root, 'scripts', 'toolchain', 'doctor', 'clone.mjs')
  const own = fileURLToPath(new URL('../../../../scripts/toolchain/doctor/clone.mjs', import.meta.url))
  const { slowMount } = (await import(pathToFileURL(existsSync(inRoot) ? inRoot : own).href)) as {
    slowMount(folder: string, mounts: string): string | undefined
  }
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return ''
    }
  }
  const kind = slowMount(dir, read('/proc/mounts'))
  if (kind === undefined) return undefined
  return /microsoft/i.test(read('/proc/version'))
    ? `this folder belongs to Windows (${kind})`
    : `this folder is shared with another machine (${kind})`
}
