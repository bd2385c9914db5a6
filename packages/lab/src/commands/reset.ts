import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../build/masters.ts'
import { InterruptedError, UsageError } from '../errors.ts'
import { labFolders, loadManifest, requireTask, selectLab } from '../labs.ts'
import { restoreStub } from '../regions/locate.ts'
import { renderStarter } from '../regions/render.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { makeBackup } from '../state/backups.ts'
import type { LabManifest } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { confirm } from './confirm.ts'
import type { CommandContext } from './context.ts'

/** Files of a lab that git knows and that are gone. Without git nothing is restored beside the answer files. */
function deletedFiles(ws: Workspace, folder: string): string[] {
  const listed = spawnSync('git', ['ls-files', '--deleted', '-z', '--', `labs/${folder}`], {
    cwd: ws.root,
    encoding: 'utf8',
  })
  return listed.status === 0 ? listed.stdout.split('\0').filter((file) => file !== '') : []
}

/** New text of each answer file; for one task only its gap changes. */
function wantedTexts(ws: Workspace, manifest: LabManifest, task: string | undefined): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [file, master] of readMasters(ws, manifest)) {
    const path = join(ws.labs, manifest.id, file)
    // A file keeps the line ends it has: an editor on Windows may have changed them.
    const mine = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const ends = (text: string) => (mine.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text)
    if (task === undefined || !existsSync(path)) {
      if (task === undefined || master.tasks.includes(task)) texts.set(file, ends(renderStarter(master)))
      continue
    }
    if (!master.tasks.includes(task)) continue
    const text = restoreStub(master, task, mine)
    if (text === undefined) {
      throw new UsageError(
        `the place of task ${task} was not found in labs/${manifest.id}/${file}: the lines around it have changed`,
        {
          remedy: `reset the whole lab (your files are backed up first): npm run lab:reset ${manifest.number}`,
        },
      )
    }
    texts.set(file, ends(text))
  }
  return texts
}

async function resetLab(context: CommandContext, folder: string, task: string | undefined): Promise<void> {
  const { ws, out } = context
  // lab.ts itself may be the file that is gone.
  const deleted = task === undefined ? deletedFiles(ws, folder) : []
  if (deleted.length > 0) {
    spawnSync('git', ['checkout', '--', ...deleted], { cwd: ws.root })
    out(`restored from git: ${deleted.join(', ')}`)
  }
  const manifest = await loadManifest(ws, join(ws.labs, folder))
  if (task !== undefined) requireTask(manifest, task)
  const texts = wantedTexts(ws, manifest, task)
  const changed = [...texts].filter(([file, text]) => {
    const path = join(ws.labs, manifest.id, file)
    return !existsSync(path) || readFileSync(path, 'utf8') !== text
  })
  const what = task === undefined ? `lab ${manifest.number}` : `task ${task}`
  if (changed.length === 0) {
    out(`${what} is as it was at the start; nothing to do`)
    return
  }
  const names = changed.map(([file]) => `labs/${manifest.id}/${file}`)
  const backup = makeBackup(ws, `reset ${task ?? manifest.number}`, names)
  for (const [file, text] of changed) atomicWrite(join(ws.labs, manifest.id, file), text)
  for (const name of names) out(`reset ${name}`)
  out(
    backup === undefined
      ? `${what} is reset`
      : `${what} is reset; your files are in .lab/backups/${backup.name}; bring them back: npm run lab -- undo`,
  )
}

/** `lab reset 3|3.2|--all`: the starter again, after a backup. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args } = context
  const word = args.words[0]
  if (args.flags.all) {
    if (word !== undefined)
      throw new UsageError('name a lab or say --all, not both', { remedy: `npm run lab:reset ${word}` })
    if (
      !args.flags.yes &&
      !(await confirm('Put every lab back to its starter? Your files are backed up first.', context))
    ) {
      throw new UsageError('nothing was reset', { remedy: 'say yes: npm run lab -- reset --all --yes' })
    }
    for (const folder of labFolders(ws)) {
      if (context.signal.aborted) throw new InterruptedError()
      await resetLab(context, folder, undefined)
    }
    return 0
  }
  if (word === undefined)
    throw new UsageError('which lab or task?', {
      remedy: 'npm run lab:reset 1\nor one task: npm run lab:reset 1.2',
    })
  const selection = selectLab(ws, word)
  await resetLab(context, selection.lab, selection.task)
  return 0
}
