import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractDir } from '../../../packages/lab/src/build/cargo.ts'
import { contractInputsHash } from '../../../packages/lab/src/build/inputs.ts'
import { makeOverlay } from '../../../packages/lab/src/build/overlay.ts'
import { loadManifest } from '../../../packages/lab/src/labs.ts'
import { workspace } from '../../../packages/lab/src/workspace.ts'
import { compileModel } from '../../../packages/model/src/compile/index.ts'
import { loadModel } from '../../../packages/model/src/index.ts'
import { COMPILED, folder, KERNELS, LABS, type ProgramList } from './list.ts'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')

/** A committed model as a raw kernel that answers its scores. */
export function compiledKernel(name: string): Uint8Array {
  const file = join(workspace().root, 'packages/model/models', `${name}.model.json`)
  return compileModel(loadModel(readFileSync(file, 'utf8')), { build: 'scores' }).wasm
}

/** What each program would have to be made from today, by name. */
export async function currentInputs(): Promise<Map<string, string>> {
  const ws = workspace()
  const found = new Map<string, string>()
  for (const lab of LABS) {
    const manifest = await loadManifest(ws, join(ws.labs, lab))
    found.set(lab, contractInputsHash(contractDir(makeOverlay(ws, manifest, 'solution'))))
  }
  const kernels = contractInputsHash(join(ws.root, 'rust-crates', 'kernels'))
  for (const name of KERNELS) found.set(name, sha256(`${kernels} ${name}`))
  for (const name of COMPILED) found.set(name, sha256(compiledKernel(name)))
  return found
}

/** What is wrong with the committed programs; one line each, empty when they are current. */
export async function staleProgramLines(list: ProgramList): Promise<string[]> {
  const again = 'npm run lab -- run scripts/docs/programs/write.ts'
  const lines: string[] = []
  for (const [name, inputs] of await currentInputs()) {
    const entry = list.programs.find((program) => program.name === name)
    const file = join(folder, `${name}.code`)
    if (entry === undefined || !existsSync(file)) lines.push(`${name} is missing: ${again}`)
    else if (entry.inputs !== inputs) lines.push(`${name} was made from other sources: ${again}`)
    else if (entry.sha256 !== sha256(readFileSync(file))) lines.push(`${name}.code was changed: ${again}`)
  }
  return lines
}
