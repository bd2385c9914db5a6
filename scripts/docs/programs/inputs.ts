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
import {
  COMPILED,
  fileOf,
  folder,
  GIVEN,
  KERNELS,
  LABS,
  NETS,
  netName,
  PLACES,
  type ProgramList,
} from './list.ts'
import { netOf } from './registry-nets.ts'

export const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')

/** A committed model as a raw kernel that answers its scores. */
export function compiledKernel(name: string): Uint8Array {
  const file = join(workspace().root, 'packages/model/models', `${name}.model.json`)
  return compileModel(loadModel(readFileSync(file, 'utf8')), { build: 'scores' }).wasm
}

/** A program that a lab has in hex. */
export function givenProgram(file: string): Uint8Array {
  const text = readFileSync(join(workspace().labs, file), 'utf8')
  return Uint8Array.from(Buffer.from(text.trim().replace(/^0x/, ''), 'hex'))
}

/** What each program would have to be made from today, by name. */
export async function currentInputs(): Promise<Map<string, string>> {
  const ws = workspace()
  const found = new Map<string, string>()
  for (const lab of LABS) {
    const manifest = await loadManifest(ws, join(ws.labs, lab))
    found.set(lab, contractInputsHash(contractDir(makeOverlay(ws, manifest, 'solution'))))
  }
  for (const version of NETS) found.set(netName(version), sha256(netOf(version)))
  for (const name of PLACES)
    found.set(name, sha256(`${found.get('08-model-registry')} ${found.get('net-v1')} ${name}`))
  for (const [name, file] of Object.entries(GIVEN)) found.set(name, sha256(givenProgram(file)))
  const kernels = contractInputsHash(join(ws.root, 'rust-crates', 'kernels'))
  for (const name of KERNELS) found.set(name, sha256(`${kernels} ${name}`))
  for (const name of COMPILED) found.set(name, sha256(compiledKernel(name)))
  return found
}

/** What is wrong with the committed programs; one line each, empty when they are current. */
export async function staleProgramLines(
  list: ProgramList,
  inputs?: Map<string, string>,
): Promise<{ name: string; line: string }[]> {
  const again = 'npm run lab -- run scripts/docs/programs/write.ts'
  const lines: { name: string; line: string }[] = []
  for (const [name, from] of inputs ?? (await currentInputs())) {
    const entry = list.programs.find((program) => program.name === name)
    const file = join(folder, fileOf(name))
    const wrong =
      entry === undefined || !existsSync(file)
        ? 'is missing'
        : entry.inputs !== from
          ? 'was made from other sources'
          : entry.sha256 !== sha256(readFileSync(file))
            ? 'was changed'
            : undefined
    if (wrong !== undefined) lines.push({ name, line: `${name} ${wrong}: ${again}` })
  }
  return lines
}
