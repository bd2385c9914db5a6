import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildContract } from '../build/artefact.ts'
import { type Program, prepareProgram } from '../build/program.ts'
import { loadManifest } from '../labs.ts'
import { workspace } from '../workspace.ts'

/** Rules of the ArbOS version that the labs are measured with. */
const ARBOS = 51

/**
 * Builds the contract of a lab as `lab check` does, or takes what that has built, and makes a program of it that a
 * chain takes.
 *
 * @param url `import.meta.url` of a file in the lab's folder
 * @param say told what takes long
 * @throws SubmissionError (exit 4) when it does not build; EnvironmentError (exit 3) when Rust is missing
 */
export async function buildHere(
  url: string,
  say: (line: string) => void = (line) => console.error(line),
): Promise<Program> {
  const ws = workspace()
  const dir = dirname(fileURLToPath(url))
  const manifest = await loadManifest(ws, dir)
  const built = await buildContract(ws, manifest, dir, 'plain', {
    say,
    onStart: () => say('building the contract ...'),
  })
  return prepareProgram(readFileSync(built.path), ARBOS)
}
