import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildContract } from '../../build/artefact.ts'
import { prepareProgram } from '../../build/program.ts'
import type { CommandContext } from '../../commands/context.ts'
import { EXIT, UsageError } from '../../errors.ts'
import { checkFilesPresent, loadManifest, selectLab } from '../../labs.ts'
import { buildProgress } from '../../output/progress-line.ts'
import { atomicWrite } from '../../state/atomic-write.ts'
import { isHandle } from '../leaderboard/entries.ts'
import { BOARD_ARBOS } from '../leaderboard/table.ts'

/** `lab author enter 1 HANDLE`: writes your program of a lab as an entry of the leaderboard. */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, out, stderr, errStyle, signal } = context
  const [word, handle] = words
  if (words.length !== 2 || word === undefined || handle === undefined || !isHandle(handle))
    throw new UsageError('which lab, and under which name? Small letters, digits and single dashes', {
      remedy: 'npm run lab -- author enter 1 HANDLE',
    })
  const dir = join(ws.labs, selectLab(ws, word).lab)
  const manifest = await loadManifest(ws, dir)
  if (manifest.leaderboard === undefined)
    throw new UsageError(`lab ${manifest.number} has no leaderboard`, { remedy: 'npm run lab:list' })
  checkFilesPresent(ws, manifest, dir)
  const line = buildProgress(stderr, errStyle)
  const artefact = await buildContract(ws, manifest, dir, 'plain', {
    onStart: line.start,
    onProgress: line.update,
    onWait: line.wait,
    onEnd: line.stop,
    signal,
  })
  const { wasm } = await prepareProgram(new Uint8Array(readFileSync(artefact.path)), BOARD_ARBOS)
  const base = `leaderboard/${manifest.id}/${handle}`
  const entry = { schema: 'lab-entry/1', lab: manifest.id, handle, note: '' }
  atomicWrite(join(ws.root, `${base}.wasm`), wasm)
  atomicWrite(join(ws.root, `${base}.json`), `${JSON.stringify(entry, null, 2)}\n`)
  out(`wrote ${base}.json and ${base}.wasm`)
  out('next: npm run lab -- author leaderboard --entries leaderboard   (measures, and writes nothing)')
  return EXIT.pass
}
