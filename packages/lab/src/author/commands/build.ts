import { join } from 'node:path'
import type { CommandContext } from '../../commands/context.ts'
import { EXIT } from '../../errors.ts'
import { buildProgress } from '../../output/progress-line.ts'
import { atomicWrite } from '../../state/atomic-write.ts'
import { diffsPath, diffsText, staleDiffs } from '../diffs.ts'
import { prebuiltIsStale, writePrebuilt } from '../prebuilt.ts'
import { staleStarters, writeStarters } from '../starters.ts'
import { whichLabs } from './which.ts'

/** `lab author build [3] [--check]`: starters, per-task diffs for the site, prebuilt artefacts. */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, args, out, stderr, errStyle, signal } = context
  const manifests = await whichLabs(ws, words)
  if (args.flags.check) {
    const stale = manifests.flatMap((manifest) => [
      ...staleStarters(ws, manifest).map((starter) => starter.name),
      ...staleDiffs(ws, manifest),
      ...(prebuiltIsStale(ws, manifest) ? [`labs/${manifest.id}/${manifest.prebuilt?.code}`] : []),
    ])
    for (const name of stale) out(`STALE ${name}`)
    out(
      stale.length === 0
        ? 'every generated file is current'
        : `${stale.length} not current; write them: npm run lab -- author build`,
    )
    return stale.length === 0 ? EXIT.pass : EXIT.fail
  }
  let count = 0
  const line = buildProgress(stderr, errStyle)
  for (const manifest of manifests) {
    const starters = writeStarters(ws, manifest)
    const diffs = staleDiffs(ws, manifest)
    if (diffs.length > 0) atomicWrite(join(ws.root, diffsPath(manifest)), diffsText(ws, manifest) as string)
    const prebuilt = await writePrebuilt(ws, manifest, {
      onStart: line.start,
      onProgress: line.update,
      onWait: line.wait,
      onEnd: line.stop,
      signal,
    })
    const names = [...starters.written, ...diffs, ...prebuilt]
    for (const name of names) out(`wrote ${name}`)
    if (starters.backup !== undefined) out(`what stood there is in .lab/backups/${starters.backup}`)
    count += names.length
  }
  out(count === 0 ? 'every generated file was current' : `${count} ${count === 1 ? 'file' : 'files'} written`)
  return EXIT.pass
}
