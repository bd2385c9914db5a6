import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FaultError, UsageError } from '../errors.ts'
import { hintText, parseHints } from '../hints.ts'
import { loadManifest, requireTask, selectLab } from '../labs.ts'
import { wrap } from '../output/style.ts'
import { labProgress, taskProgress } from '../state/progress.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab, firstOpenTask } from './current.ts'
import { changeProgress, loadProgress } from './load-progress.ts'

/** `lab hint [3.2]`: the next rung of three; each one shown is counted. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, style } = context
  const progress = loadProgress(context)
  const word = args.words[0]
  const selection = word === undefined ? undefined : selectLab(ws, word)
  const manifest =
    selection === undefined
      ? currentLab((await allManifests(ws)).manifests, progress)
      : await loadManifest(ws, join(ws.labs, selection.lab))
  const task = selection?.task ?? firstOpenTask(manifest, progress)
  if (task === undefined) {
    throw new UsageError(`every task of lab ${manifest.number} has passed: name one`, {
      remedy: `npm run lab:hint ${manifest.tasks[0]?.id}`,
    })
  }
  requireTask(manifest, task)
  const name = `labs/${manifest.id}/hints.md`
  const path = join(ws.labs, manifest.id, 'hints.md')
  if (!existsSync(path))
    throw new FaultError(`${name} is missing`, { remedy: `restore it: git restore ${name}` })
  const rungs = parseHints(readFileSync(path, 'utf8'), name).get(task) ?? []
  if (rungs.length === 0) throw new FaultError(`${name} has no hints for task ${task}`)

  let rung = 1
  await changeProgress(context, (latest) => {
    const state = taskProgress(labProgress(latest, manifest.id), task)
    rung = Math.min(state.hints + 1, rungs.length)
    state.hints = Math.max(rung, state.hints)
  })
  const text = rungs[rung - 1] as string
  const title = manifest.tasks.find((candidate) => candidate.id === task)?.title ?? ''
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-hint/1', task, rung, of: rungs.length, text }, null, 2))
    return 0
  }
  out(`task ${task} ${title}: hint ${rung} of ${rungs.length}`)
  out('')
  for (const block of hintText(text)) {
    for (const line of block.code ? [block.text] : wrap(block.text, style.width)) out(line)
  }
  out('')
  out(
    rung < rungs.length
      ? `next: npm run lab:check ${task}   or the next hint: npm run lab:hint ${task}`
      : `That was the last hint. The answer: npm run lab:solution ${task}`,
  )
  return 0
}
