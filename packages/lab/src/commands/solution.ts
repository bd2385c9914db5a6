import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../build/masters.ts'
import { UsageError } from '../errors.ts'
import { loadManifest, requireTask, selectLab } from '../labs.ts'
import { diffLines, paintDiff } from '../output/text-diff.ts'
import { locateTask } from '../regions/locate.ts'
import { splitLines } from '../regions/parse.ts'
import { keptLines } from '../regions/render.ts'
import { labProgress, taskProgress } from '../state/progress.ts'
import { confirm } from './confirm.ts'
import type { CommandContext } from './context.ts'
import { changeProgress, loadProgress } from './load-progress.ts'

/** `lab solution 3.2`: yours and the reference, after a question when the task is not solved yet. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, style } = context
  const word = args.words[0]
  if (word === undefined) throw new UsageError('which task?', { remedy: 'npm run lab:solution 1.2' })
  const selection = selectLab(ws, word)
  const manifest = await loadManifest(ws, join(ws.labs, selection.lab))
  if (selection.task === undefined) {
    throw new UsageError('one task at a time', { remedy: `npm run lab:solution ${manifest.tasks[0]?.id}` })
  }
  const task = selection.task
  requireTask(manifest, task)
  const entry = [...readMasters(ws, manifest)].find(([, master]) => master.tasks.includes(task))
  const part = entry?.[1].parts.find((candidate) => candidate.kind === 'task' && candidate.task === task)
  if (entry === undefined || part?.kind !== 'task') {
    throw new UsageError(`task ${task} has no answer of its own`, {
      remedy: `there is nothing to write: npm run lab:check ${task}`,
    })
  }
  const [file, master] = entry
  const answer = keptLines(part.answer)
  const state = taskProgress(labProgress(loadProgress(context), manifest.id), task)
  if (state.status !== 'pass' && !state.revealed) {
    const sure =
      args.flags.yes ||
      (await confirm(
        `Task ${task} is not solved yet, ${state.hints} of 3 hints used. Show the answer?`,
        context,
      ))
    if (!sure) {
      throw new UsageError(`the answer of task ${task} was not shown: it is not solved yet`, {
        remedy: `a hint: npm run lab:hint ${task}\nor say yes: npm run lab -- solution ${task} --yes`,
      })
    }
    await changeProgress(context, (progress) => {
      taskProgress(labProgress(progress, manifest.id), task).revealed = true
    })
  }

  const path = join(ws.labs, manifest.id, file)
  let yours: string[] | undefined
  let line: number | undefined
  if (existsSync(path)) {
    const text = readFileSync(path, 'utf8')
    const place = locateTask(master, task, text)
    if (place !== undefined) {
      yours = splitLines(text).slice(place.start - 1, place.end - 1)
      line = place.start
    }
  }
  if (args.flags.json) {
    const body = { schema: 'lab-solution/1', task, file: `labs/${manifest.id}/${file}`, line: line ?? null }
    out(JSON.stringify({ ...body, yours: yours ?? null, answer }, null, 2))
    return 0
  }
  out(`task ${task} ${manifest.tasks.find((candidate) => candidate.id === task)?.title ?? ''}`)
  out(`labs/${manifest.id}/${file}${line === undefined ? '' : `:${line}`}   - yours  + reference`)
  const lines = diffLines(yours ?? [], answer)
  for (const text of paintDiff(lines, style)) out(text)
  if (lines.every(([sign]) => sign === ' ')) out('yours is the reference, letter for letter')
  return 0
}
