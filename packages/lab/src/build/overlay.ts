import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultError } from '../errors.ts'
import { renderVariant } from '../regions/render.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { readMasters } from './masters.ts'
import { syncFolder } from './sync-folder.ts'
import { applyHunks, PatchError, parsePatch } from './unified-patch.ts'
import { walkFiles } from './walk.ts'

/** `starter`, `solution`, `without-5-2`, `wrong-02-truncate`. */
export type Variant = 'starter' | 'solution' | `without-${string}` | `wrong-${string}`

/** Names of the wrong answers of a lab: `02-truncate` for `wrong/02-truncate.patch` or `wrong/02-truncate/`. */
export function wrongAnswers(ws: Workspace, lab: string): string[] {
  const dir = join(ws.solutions, lab, 'wrong')
  if (!existsSync(dir)) return []
  const names = new Set<string>()
  for (const file of walkFiles(dir)) {
    const first = file.split('/')[0] as string
    if (file.includes('/')) names.add(first)
    else if (first.endsWith('.patch')) names.add(first.slice(0, -'.patch'.length))
  }
  return [...names].sort()
}

function answerTexts(ws: Workspace, manifest: LabManifest, variant: Variant): Map<string, string> {
  const masters = readMasters(ws, manifest)
  const all = new Set(manifest.tasks.map((task) => task.id))
  let stubbed: ReadonlySet<string> = new Set()
  if (variant === 'starter') stubbed = new Set([...masters.values()].flatMap((master) => master.tasks))
  const without = /^without-(\d+)-(\d+)$/.exec(variant)
  if (without !== null) {
    const task = `${without[1]}.${without[2]}`
    if (!all.has(task)) throw new FaultError(`variant ${variant}: lab ${manifest.id} has no task ${task}`)
    stubbed = new Set([task])
  }
  const texts = new Map([...masters].map(([file, master]) => [file, renderVariant(master, stubbed)]))

  if (variant.startsWith('wrong-')) {
    const name = variant.slice('wrong-'.length)
    const base = join(ws.solutions, manifest.id, 'wrong', name)
    if (existsSync(`${base}.patch`)) {
      try {
        for (const patch of parsePatch(readFileSync(`${base}.patch`, 'utf8'))) {
          const path = patch.path.replace(new RegExp(`^(solutions|labs)/${manifest.id}/`), '')
          const text = texts.get(path)
          if (text === undefined) throw new PatchError(`${path} is not an answer file`)
          texts.set(path, applyHunks(text, patch.hunks))
        }
      } catch (error) {
        if (error instanceof PatchError)
          throw new FaultError(`wrong/${name}.patch of ${manifest.id}: ${error.message}`)
        throw error
      }
    } else if (existsSync(base)) {
      for (const file of walkFiles(base)) {
        if (!texts.has(file))
          throw new FaultError(`wrong/${name}/${file} of ${manifest.id} is not an answer file`)
        texts.set(file, readFileSync(join(base, file), 'utf8'))
      }
    } else {
      throw new FaultError(`lab ${manifest.id} has no wrong answer '${name}'`)
    }
  } else if (variant !== 'starter' && variant !== 'solution' && without === null) {
    throw new FaultError(`unknown variant '${variant}'`)
  }
  return texts
}

/**
 * Makes `.work/NN-slug@VARIANT/`: the lab's own files with the answer files swapped. It stands as deep
 * as `labs/NN-slug`, so relative imports and cargo paths work unchanged. A file is written only when its
 * content changed: cargo goes by modification time.
 *
 * @returns the absolute folder.
 */
export function makeOverlay(ws: Workspace, manifest: LabManifest, variant: Variant): string {
  const source = join(ws.labs, manifest.id)
  const target = join(ws.work, `${manifest.id}@${variant}`)
  const files = new Map<string, Uint8Array>()
  for (const [file, text] of answerTexts(ws, manifest, variant)) files.set(file, Buffer.from(text))
  for (const file of walkFiles(source))
    if (!files.has(file)) files.set(file, readFileSync(join(source, file)))
  syncFolder(target, files)
  return target
}
