import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { loadManifest, selectLab } from '../labs.ts'
import { wrap } from '../output/style.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab, firstOpenTask } from './current.ts'
import { changeProgress, loadProgress } from './load-progress.ts'

/** `lab go 4`: makes a lab the current one, and says what it asks and which files are yours. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, style } = context
  const word = args.words[0]
  let progress = loadProgress(context)
  const selection = word === undefined ? undefined : selectLab(ws, word)
  if (selection?.task !== undefined) {
    throw new UsageError('go to a lab, not to a task', { remedy: `npm run lab:go ${selection.number}` })
  }
  const manifest =
    selection === undefined
      ? currentLab((await allManifests(ws)).manifests, progress)
      : await loadManifest(ws, join(ws.labs, selection.lab))
  if (selection !== undefined) {
    progress = await changeProgress(context, (latest) => {
      latest.current = manifest.id
    })
  }
  const open = firstOpenTask(manifest, progress)
  const files = manifest.answerFiles.map((file) => `labs/${manifest.id}/${file}`)
  const check = `npm run lab:check ${manifest.number}`
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-go/1', lab: manifest.id, task: open ?? null, files, check }, null, 2))
    return 0
  }
  out(`lab ${manifest.number}: ${manifest.title}, ${manifest.minutes} min`)
  for (const line of wrap(manifest.question, style.width)) out(line)
  out('')
  out(`lesson:  ${manifest.lesson}`)
  for (const [index, file] of files.entries()) out(`${index === 0 ? 'yours:   ' : '         '}${file}`)
  out(`next:    ${check}   ${open === undefined ? '(every task has passed)' : `(first open: ${open})`}`)
  return 0
}
