import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workspace } from '../workspace.ts'
import type { Signatures } from './diagnose.ts'

/** Path of a lab's recorded wrong answers. */
export function signaturesPath(ws: Workspace, lab: string): string {
  return join(ws.solutions, lab, 'wrong', 'signatures.json')
}

/** What the tested wrong answers of a lab give; without the file, or with a broken one, there is no diagnosis. */
export function readSignatures(ws: Workspace, lab: string): Signatures | undefined {
  const path = signaturesPath(ws, lab)
  if (!existsSync(path)) return undefined
  try {
    const data = JSON.parse(readFileSync(path, 'utf8')) as Signatures
    return data.schema === 'lab-signatures/1' && Array.isArray(data.wrong) ? data : undefined
  } catch {
    return undefined
  }
}
