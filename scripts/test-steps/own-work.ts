import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'
import { overlays } from './overlays.ts'

/**
 * Answer files under `labs/` that are no longer the generated starter: a learner's work. The project's
 * tests say nothing about those; in CI there is nobody's work, so there the list is empty and a file that
 * differs is a failure of the step `generated`.
 *
 * @returns paths from the root, with forward slashes
 */
export async function ownWork(ci: boolean): Promise<string[]> {
  if (ci) return []
  const found = []
  for (const overlay of await overlays('starter')) {
    for (const file of overlay.manifest.answerFiles) {
      const mine = `labs/${overlay.manifest.id}/${file}`
      if (read(join(root, mine)) !== read(join(overlay.dir, file))) found.push(mine)
    }
  }
  return found
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
