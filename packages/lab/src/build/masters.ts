import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultError } from '../errors.ts'
import { type Master, parseMaster, RegionError } from '../regions/parse.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Reads the masters of a lab's answer files.
 * @throws FaultError when one is missing or its regions are broken: an author's mistake, not a learner's.
 */
export function readMasters(ws: Workspace, manifest: LabManifest): Map<string, Master> {
  const masters = new Map<string, Master>()
  const owner = new Map<string, string>()
  for (const file of manifest.answerFiles) {
    const name = `solutions/${manifest.id}/${file}`
    const path = join(ws.solutions, manifest.id, file)
    if (!existsSync(path))
      throw new FaultError(`${name} is missing`, { remedy: `restore it: git restore ${name}` })
    let master: Master
    try {
      master = parseMaster(readFileSync(path, 'utf8'), name)
    } catch (error) {
      if (error instanceof RegionError) throw new FaultError(error.message, { cause: error })
      throw error
    }
    for (const task of master.tasks) {
      const other = owner.get(task)
      if (other !== undefined) throw new FaultError(`task ${task} has a region in ${other} and in ${name}`)
      owner.set(task, name)
    }
    masters.set(file, master)
  }
  return masters
}
