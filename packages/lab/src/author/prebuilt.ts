import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildEvents, buildContract } from '../build/artefact.ts'
import { contractDir } from '../build/cargo.ts'
import { contractInputsHash } from '../build/inputs.ts'
import { makeOverlay } from '../build/overlay.ts'
import { prepareProgram } from '../build/program.ts'
import { FaultError } from '../errors.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'

/** ArbOS version whose rules a committed artefact has to meet. */
const ARBOS = 51

/** The hash of what the committed artefact must have been built from: the solved lab's contract. */
export function prebuiltInputs(ws: Workspace, manifest: LabManifest): string {
  return contractInputsHash(contractDir(makeOverlay(ws, manifest, 'solution')))
}

/** True when a lab has a committed artefact and it was not built from today's sources. */
export function prebuiltIsStale(ws: Workspace, manifest: LabManifest): boolean {
  if (manifest.prebuilt === undefined) return false
  if (!existsSync(join(ws.labs, manifest.id, manifest.prebuilt.code))) return true
  return manifest.prebuilt.inputs !== prebuiltInputs(ws, manifest)
}

/** Builds the committed artefact anew and notes in `lab.ts` what it was built from. */
export async function writePrebuilt(
  ws: Workspace,
  manifest: LabManifest,
  events: BuildEvents = {},
): Promise<string[]> {
  if (manifest.prebuilt === undefined || !prebuiltIsStale(ws, manifest)) return []
  const dir = makeOverlay(ws, manifest, 'solution')
  const artefact = await buildContract(ws, manifest, dir, 'plain', events)
  const program = await prepareProgram(new Uint8Array(readFileSync(artefact.path)), ARBOS)
  const code = `labs/${manifest.id}/${manifest.prebuilt.code}`
  const lab = `labs/${manifest.id}/lab.ts`
  const text = readFileSync(join(ws.root, lab), 'utf8')
  const next = text.replace(/(inputs:\s*)'[^']*'/, `$1'${prebuiltInputs(ws, manifest)}'`)
  if (!/inputs:\s*'/.test(text)) throw new FaultError(`${lab} has no prebuilt inputs: '...' to fill in`)
  atomicWrite(join(ws.root, code), program.code)
  atomicWrite(join(ws.root, lab), next)
  return [code, lab]
}
