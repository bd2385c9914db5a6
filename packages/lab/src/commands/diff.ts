import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../build/masters.ts'
import { UsageError } from '../errors.ts'
import { loadManifest, requireTask, selectLab } from '../labs.ts'
import { type DiffLine, diffHunks, diffLines, paintDiff } from '../output/text-diff.ts'
import { locateTask } from '../regions/locate.ts'
import { type Master, splitLines } from '../regions/parse.ts'
import { keptLines, renderStarter } from '../regions/render.ts'
import { labProgress, taskProgress } from '../state/progress.ts'
import type { LabManifest } from '../types.ts'
import { confirm } from './confirm.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab } from './current.ts'
import { changeProgress, loadProgress } from './load-progress.ts'

type Against = 'starter' | 'ref'

interface FileDiff {
  file: string
  against: Against
  lines: DiffLine[]
}

/**
 * `lab diff [3|3.2]`: what you changed since the starter, and how yours differs from the reference. Answers of
 * tasks that are neither solved nor shown before stay hidden; asked for with `--vs ref`, they take a yes.
 */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, style } = context
  const selection = args.words[0] === undefined ? undefined : selectLab(ws, args.words[0])
  const progress = loadProgress(context)
  const manifest =
    selection === undefined
      ? currentLab((await allManifests(ws)).manifests, progress)
      : await loadManifest(ws, join(ws.labs, selection.lab))
  if (selection?.task !== undefined) requireTask(manifest, selection.task)
  if (manifest.answerFiles.length === 0)
    throw new UsageError(`lab ${manifest.number} has nothing to write, so nothing to compare`)
  const masters = readMasters(ws, manifest)
  const tasks = manifest.tasks.filter((task) => selection?.task === undefined || task.id === selection.task)
  const wanted: Against[] = args.flags.vs === undefined ? ['starter', 'ref'] : [args.flags.vs as Against]

  let hidden: string[] = []
  if (wanted.includes('ref')) {
    const lab = structuredClone(labProgress(progress, manifest.id))
    hidden = tasks
      .map((task) => task.id)
      .filter((id) => {
        const state = taskProgress(lab, id)
        return state.status !== 'pass' && !state.revealed
      })
    hidden = await reveal(context, manifest, hidden)
  }

  const diffs: FileDiff[] = []
  for (const against of wanted) {
    for (const [file, master] of masters) {
      const ids = tasks.map((task) => task.id).filter((id) => master.tasks.includes(id))
      if (ids.length === 0 && selection?.task !== undefined) continue
      const path = join(ws.labs, manifest.id, file)
      const mine = existsSync(path) ? readFileSync(path, 'utf8') : ''
      const one = selection?.task
      if (against === 'ref' && one !== undefined && hidden.includes(one)) continue
      const lines =
        one === undefined
          ? wholeFile(master, mine, against, hidden)
          : oneTask(master, mine, against, one, hidden)
      diffs.push({ file: `labs/${manifest.id}/${file}`, against, lines })
    }
  }
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-diff/1', lab: manifest.id, hidden, diffs }, null, 2))
    return 0
  }
  const words = { starter: '- starter  + yours', ref: '- yours  + reference' }
  for (const { file, against, lines } of diffs) {
    const hunks = diffHunks(lines)
    out(`${file}   ${words[against]}`)
    if (hunks.length === 0) out('  no difference')
    for (const hunk of hunks) {
      out(`@@ line ${against === 'ref' ? hunk.from : hunk.to} @@`)
      for (const line of paintDiff(hunk.lines, style)) out(line)
    }
    out('')
  }
  if (hidden.length > 0) {
    out(`The reference of ${hidden.join(', ')} is left out: not solved yet.`)
    out(`show it: npm run lab -- diff ${selection?.task ?? manifest.number} --vs ref --yes`)
  }
  return 0
}

/** The tasks that stay hidden: asks when the reference was asked for by name. */
async function reveal(context: CommandContext, manifest: LabManifest, open: string[]): Promise<string[]> {
  const { flags } = context.args
  if (open.length === 0 || (flags.vs !== 'ref' && !flags.yes)) return open
  const sure =
    flags.yes ||
    (await confirm(
      `${open.length === 1 ? `Task ${open[0]} is` : `Tasks ${open.join(', ')} are`} not solved yet. Show the reference all the same?`,
      context,
    ))
  if (!sure) return open
  await changeProgress(context, (progress) => {
    for (const id of open) taskProgress(labProgress(progress, manifest.id), id).revealed = true
  })
  return []
}

/** A whole file. In the reference the gaps of hidden tasks hold what the learner has there, so they show nothing. */
function wholeFile(master: Master, mine: string, against: Against, hidden: string[]): DiffLine[] {
  const own = splitLines(mine)
  if (against === 'starter') return diffLines(splitLines(renderStarter(master)), own)
  const reference: string[] = []
  for (const part of master.parts) {
    if (part.kind === 'text') reference.push(...keptLines(part.lines))
    else if (!hidden.includes(part.task)) reference.push(...keptLines(part.answer))
    else {
      const place = locateTask(master, part.task, mine)
      reference.push(...(place === undefined ? part.stub : own.slice(place.start - 1, place.end - 1)))
    }
  }
  return diffLines(own, reference)
}

function oneTask(master: Master, mine: string, against: Against, task: string, hidden: string[]): DiffLine[] {
  const part = master.parts.find((candidate) => candidate.kind === 'task' && candidate.task === task)
  if (part?.kind !== 'task' || (against === 'ref' && hidden.includes(task))) return []
  const place = locateTask(master, task, mine)
  if (place === undefined) {
    throw new UsageError(`the place of task ${task} was not found: the lines around it have changed`, {
      remedy: `compare the whole lab: npm run lab:diff ${task.split('.')[0]}`,
    })
  }
  const own = splitLines(mine).slice(place.start - 1, place.end - 1)
  return against === 'starter' ? diffLines(part.stub, own) : diffLines(own, keptLines(part.answer))
}
