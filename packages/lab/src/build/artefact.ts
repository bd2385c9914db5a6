import { constants, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { SubmissionError } from '../errors.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { withLock } from '../state/lock.ts'
import type { Build, LabManifest } from '../types.ts'
import { shown, type Workspace } from '../workspace.ts'
import { type CargoProgress, cargoBuild, contractDir } from './cargo.ts'
import { artefactKey, contractInputsHash } from './inputs.ts'
import { syncFolder } from './sync-folder.ts'
import { findRust } from './toolchain.ts'
import { walkFiles } from './walk.ts'

export interface Artefact {
  /** Path of rustc's output under `.work/out`, never changed after it was written. */
  path: string
  /** SHA-256 of its inputs. */
  key: string
  /** False when it was there already. */
  built: boolean
  warnings: string[]
  /** `rustc 1.96.0 ...` */
  rustc: string
}

export interface BuildEvents {
  /** Before Rust is installed: minutes, and perhaps a question. */
  onSetUp?: () => void
  onStart?: () => void
  onWait?: () => void
  onProgress?: (state: CargoProgress) => void
  /** After cargo ended, well or not. */
  onEnd?: () => void
  /** Lines of the toolchain set-up, when it has something to install. */
  say?: (line: string) => void
  signal?: AbortSignal
  /** Builds that may run at a time, each in a target folder of its own (default 1). */
  places?: number
}

/**
 * Builds a lab variant's contract, or takes the artefact of the same inputs from the cache.
 *
 * @throws SubmissionError (exit 4) when it does not compile; EnvironmentError (exit 3) when Rust is missing.
 */
export async function buildContract(
  ws: Workspace,
  manifest: LabManifest,
  dir: string,
  build: Exclude<Build, 'prebuilt'>,
  events: BuildEvents = {},
): Promise<Artefact> {
  if (manifest.contract === undefined) throw new SubmissionError(`lab ${manifest.id} has no contract`)
  const contract = contractDir(dir)
  if (!existsSync(join(contract, 'Cargo.toml'))) {
    const name = shown(ws, join(contract, 'Cargo.toml'))
    throw new SubmissionError(`${name} is missing`, { remedy: `restore it: git restore ${name}` })
  }
  const toolchain = await findRust(ws, events.say, events.onSetUp)
  // Flags change a program too.
  const compiler = `${toolchain.id} ${toolchain.env.CARGO_ENCODED_RUSTFLAGS ?? ''}`
  const keyOf = (folder: string) => artefactKey(contractInputsHash(folder), build, compiler)
  const before = cached(ws, keyOf(contract), toolchain.rustc)
  if (before !== undefined) return before

  return withLock(
    ws,
    async (place) => {
      const stage = stageLab(ws, manifest, dir, place)
      const key = keyOf(stage)
      // Someone else may have built it while we waited.
      const meanwhile = cached(ws, key, toolchain.rustc)
      if (meanwhile !== undefined) return meanwhile
      events.onStart?.()
      const result = await cargoBuild({
        contract: stage,
        package: manifest.contract!.package,
        features: build === 'steps' ? ['steps'] : [],
        targetDir: await targetFolder(ws, place),
        toolchain,
        shownContract: shown(ws, contract),
        onProgress: events.onProgress,
        signal: events.signal,
      }).finally(() => events.onEnd?.())
      atomicWrite(warningsPath(ws, key), JSON.stringify(result.warnings))
      atomicWrite(artefactPath(ws, key), readFileSync(result.wasm))
      return {
        path: artefactPath(ws, key),
        key,
        built: true,
        warnings: result.warnings,
        rustc: toolchain.rustc,
      }
    },
    events.onWait,
    events.places,
  )
}

/** Ends the names of what a place other than the first has for itself. */
const ending = (place: number) => (place === 0 ? '' : `-${place + 1}`)

/** Cargo's folder of a place. A further one begins with the dependencies that the first has built. */
async function targetFolder(ws: Workspace, place: number): Promise<string> {
  const first = join(ws.work, 'target')
  const folder = join(ws.work, `target${ending(place)}`)
  if (place === 0 || existsSync(folder) || !existsSync(first)) return folder
  // Not while a build writes into the first.
  return withLock(ws, async () => {
    const part = `${folder}.part`
    rmSync(part, { recursive: true, force: true })
    // Cargo judges by modification times.
    await cp(first, part, { recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE })
    renameSync(part, folder)
    return folder
  })
}

const artefactPath = (ws: Workspace, key: string) => join(ws.work, 'out', `${key}.wasm`)
const warningsPath = (ws: Workspace, key: string) => join(ws.work, 'out', `${key}.warnings.json`)

function cached(ws: Workspace, key: string, rustc: string): Artefact | undefined {
  const path = artefactPath(ws, key)
  if (!existsSync(path)) return undefined
  let warnings: string[] = []
  try {
    warnings = JSON.parse(readFileSync(warningsPath(ws, key), 'utf8')) as string[]
  } catch {
    // an artefact without a list
  }
  return { path, key, built: false, warnings, rustc }
}

/**
 * Copies a variant to `.work/NN-slug@build`, where its contract is built (`@build-2` at a second place).
 *
 * Cargo names a package by its path inside its workspace and judges freshness by modification time, so
 * two overlays that share a target folder look the same to it: the older one would be given the other's
 * program. One folder whose files change only with their content avoids that, and makes the program
 * independent of where the variant stands.
 *
 * @returns the `contract/` folder of the copy.
 */
function stageLab(ws: Workspace, manifest: LabManifest, dir: string, place: number): string {
  const stage = join(ws.work, `${manifest.id}@build${ending(place)}`)
  syncFolder(stage, new Map(walkFiles(dir).map((file) => [file, readFileSync(join(dir, file))])))
  return contractDir(stage)
}
