import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Workspace, workspace } from '../src/workspace.ts'
import { answering, wat } from './wat.ts'

const fixture = fileURLToPath(new URL('./fixture', import.meta.url))
const clone = fileURLToPath(new URL('../../..', import.meta.url))

/** A clone of its own with the fixture lab, inside `.work` so that packages resolve; gone after the test. */
export function makeWorld(): Workspace {
  mkdirSync(join(clone, '.work'), { recursive: true })
  const root = mkdtempSync(join(clone, '.work', 'test-'))
  cpSync(fixture, root, { recursive: true })
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return workspace(root)
}

/** Writes a contract for the fixture that answers `value`; returns the provider that hands it out. */
export async function answeringArtefact(ws: Workspace, value: number): Promise<() => Promise<string>> {
  const path = join(ws.root, `answer-${value}.wasm`)
  writeFileSync(path, await wat(answering(value)))
  return async () => path
}
