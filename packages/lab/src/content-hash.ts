import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { walkFiles } from './build/walk.ts'
import type { LabManifest } from './types.ts'
import type { Workspace } from './workspace.ts'

/**
 * Hash of what a lab asks: manifest, checks, data, scaffolding and masters; not the learner's answers,
 * not README or hints. Passed work becomes `stale` when it changes.
 */
export function labContentHash(ws: Workspace, manifest: LabManifest): string {
  const hash = createHash('sha256')
  const add = (name: string, path: string) => {
    const data = readFileSync(path)
    hash.update(`${name}\0${data.length}\0`)
    hash.update(data)
  }
  const dir = join(ws.labs, manifest.id)
  const made = new Set(manifest.answerFiles)
  for (const file of existsSync(dir) ? walkFiles(dir) : []) {
    if (made.has(file) || file.endsWith('.md')) continue
    add(file, join(dir, file))
  }
  for (const file of manifest.answerFiles) {
    const path = join(ws.solutions, manifest.id, file)
    if (existsSync(path)) add(`master/${file}`, path)
  }
  return `sha256:${hash.digest('hex')}`
}
