import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SubmissionError, UsageError } from './errors.ts'
import type { LabManifest } from './types.ts'
import { shown, type Workspace } from './workspace.ts'

const FOLDER = /^(\d{2,})-[a-z0-9-]+$/

/** Folder names of all labs, in order. */
export function labFolders(ws: Workspace): string[] {
  if (!existsSync(ws.labs)) return []
  return readdirSync(ws.labs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && FOLDER.test(entry.name))
    .map((entry) => entry.name)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
}

/** What `3`, `3.2`, `03-slug` or a task id names. */
export interface Selection {
  /** Folder name. */
  lab: string
  number: number
  /** `3.2` when one task was named. */
  task?: string
}

/**
 * Resolves the word a person typed.
 * @throws UsageError naming the labs there are.
 */
export function selectLab(ws: Workspace, word: string): Selection {
  const folders = labFolders(ws)
  const match = /^(\d+)(?:\.(\d+))?$/.exec(word)
  const folder =
    match !== null
      ? folders.find((name) => Number.parseInt(name, 10) === Number(match[1]))
      : folders.find((name) => name === word)
  if (folder === undefined) {
    const known = folders.map((name) => String(Number.parseInt(name, 10))).join(', ')
    throw new UsageError(`there is no lab '${word}'`, {
      remedy:
        known === ''
          ? 'this clone has no labs folder: run `git restore labs`'
          : `labs here: ${known}; see them with \`npm run lab:list\``,
    })
  }
  const number = Number.parseInt(folder, 10)
  return match?.[2] === undefined
    ? { lab: folder, number }
    : { lab: folder, number, task: `${number}.${Number(match[2])}` }
}

/**
 * Loads `lab.ts` of a lab folder or of an overlay of it.
 * @throws SubmissionError when the file is missing or does not load.
 */
export async function loadManifest(ws: Workspace, dir: string): Promise<LabManifest> {
  const path = join(dir, 'lab.ts')
  if (!existsSync(path)) {
    throw new SubmissionError(`${shown(ws, path)} is missing`, {
      remedy: `restore it: git restore ${shown(ws, path)}`,
    })
  }
  let module: Record<string, unknown>
  try {
    module = (await import(pathToFileURL(path).href)) as Record<string, unknown>
  } catch (error) {
    throw new SubmissionError(`${shown(ws, path)} does not load: ${(error as Error).message}`, {
      remedy: `restore it: git restore ${shown(ws, path)}`,
      cause: error,
    })
  }
  const manifest = (module.default ?? module.lab ?? module.manifest) as LabManifest | undefined
  if (manifest === undefined || typeof manifest.id !== 'string' || !Array.isArray(manifest.tasks)) {
    throw new SubmissionError(`${shown(ws, path)} has no default export made by defineLab()`, {
      remedy: `restore it: git restore ${shown(ws, path)}`,
    })
  }
  return manifest
}

/** @throws UsageError when the lab has no such task. */
export function requireTask(manifest: LabManifest, task: string): void {
  if (manifest.tasks.some((candidate) => candidate.id === task)) return
  throw new UsageError(`lab ${manifest.number} has no task ${task}`, {
    remedy: `its tasks: ${manifest.tasks.map((candidate) => candidate.id).join(', ')}`,
  })
}

/** Files without which nothing of a lab can be judged, relative to its folder. */
export function requiredFiles(manifest: LabManifest): string[] {
  const files = ['lab.ts', 'checks.ts', ...manifest.answerFiles]
  if (manifest.contract !== undefined) files.push('contract/Cargo.toml', 'contract/Cargo.lock')
  if (manifest.prebuilt !== undefined) files.push(manifest.prebuilt.code)
  return files
}

/**
 * Makes sure that no file of the lab has been deleted.
 * @throws SubmissionError (exit 4) naming each missing file and how to get it back.
 */
export function checkFilesPresent(ws: Workspace, manifest: LabManifest, dir: string): void {
  const missing = requiredFiles(manifest).filter((file) => !existsSync(join(dir, file)))
  if (missing.length === 0) return
  const names = missing.map((file) => shown(ws, join(dir, file)))
  const answers = missing.every((file) => manifest.answerFiles.includes(file))
  throw new SubmissionError(
    missing.length === 1
      ? `${names[0]} is missing`
      : `${missing.length} files are missing: ${names.join(', ')}`,
    {
      remedy: answers
        ? `npm run lab:reset ${manifest.number}   (the starter; files that are there are backed up)`
        : `restore: git restore ${names.join(' ')}`,
    },
  )
}
