import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readMasters } from '../build/masters.ts'
import { walkFiles } from '../build/walk.ts'
import { EXIT, UsageError } from '../errors.ts'
import { DEFAULT_SEED, seededRng } from '../grade/rng.ts'
import { loadManifest, requireTask, selectLab } from '../labs.ts'
import { locateTask, restoreStub } from '../regions/locate.ts'
import { renderVariant } from '../regions/render.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import type { Progress } from '../state/progress.ts'
import type { LabManifest } from '../types.ts'
import { shown, type Workspace } from '../workspace.ts'
import type { CommandContext } from './context.ts'
import { allManifests } from './current.ts'
import { gradeLab } from './grade-lab.ts'
import { loadProgress } from './load-progress.ts'

/** What is being practiced. */
interface Practice {
  lab: string
  task: string
}

/** As deep as `labs/NN-slug`, so that everything a lab refers to is found from here too. */
const folderOf = (ws: Workspace) => join(ws.state, 'practice')
const noteOf = (ws: Workspace) => join(ws.state, 'practice.json')

/**
 * `lab practice [3.2]`: a task you have solved, once more, in a copy of the lab; your own files are not touched.
 * While a copy is open the command grades it.
 */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args } = context
  const open = args.flags.new || args.words[0] !== undefined ? undefined : readNote(ws)
  return open === undefined ? begin(context) : grade(context, open)
}

function readNote(ws: Workspace): Practice | undefined {
  try {
    const data = JSON.parse(readFileSync(noteOf(ws), 'utf8')) as Practice
    const whole = typeof data.lab === 'string' && typeof data.task === 'string'
    return whole && existsSync(join(folderOf(ws), 'lab.ts')) ? data : undefined
  } catch {
    return undefined
  }
}

/** Tasks that were solved once and have something to write. */
function finished(ws: Workspace, manifests: LabManifest[], progress: Progress): Practice[] {
  return manifests.flatMap((manifest) => {
    if (manifest.answerFiles.length === 0) return []
    const written = new Set([...readMasters(ws, manifest).values()].flatMap((master) => master.tasks))
    const known = progress.labs[manifest.id]?.tasks ?? {}
    return manifest.tasks
      .filter((task) => written.has(task.id) && ['pass', 'stale'].includes(known[task.id]?.status ?? ''))
      .map((task) => ({ lab: manifest.id, task: task.id }))
  })
}

async function begin(context: CommandContext): Promise<number> {
  const { ws, args, out } = context
  const progress = loadProgress(context)
  const { manifests } = await allManifests(ws)
  const choices = finished(ws, manifests, progress)
  const word = args.words[0]
  let chosen: Practice | undefined
  if (word !== undefined) {
    const selection = selectLab(ws, word)
    const manifest = await loadManifest(ws, join(ws.labs, selection.lab))
    if (selection.task !== undefined) requireTask(manifest, selection.task)
    const fitting = choices.filter(
      (choice) =>
        choice.lab === selection.lab && (selection.task === undefined || choice.task === selection.task),
    )
    chosen = pick(fitting, args.flags.seed)
  } else {
    chosen = pick(choices, args.flags.seed)
  }
  if (chosen === undefined) {
    throw new UsageError(
      word === undefined
        ? 'no task is solved yet, so there is none to practice'
        : `${word} is not solved yet`,
      { remedy: word === undefined ? 'npm run lab' : `npm run lab:check ${word}` },
    )
  }
  const { lab, task } = chosen
  const manifest = manifests.find((candidate) => candidate.id === lab) as LabManifest
  const { file, line } = makeCopy(ws, manifest, task, progress)
  atomicWrite(noteOf(ws), `${JSON.stringify({ lab, task })}\n`)
  const title = manifest.tasks.find((candidate) => candidate.id === task)?.title ?? ''
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-practice/1', lab, task, file, line: line ?? null }, null, 2))
    return EXIT.pass
  }
  out(`practice: task ${task} ${title}`)
  out(`edit:     ${file}${line === undefined ? '' : `:${line}`}   (a copy; your own files stay as they are)`)
  out('grade:    npm run lab:practice')
  out('another:  npm run lab -- practice --new')
  return EXIT.pass
}

function pick(choices: Practice[], seed: number | undefined): Practice | undefined {
  const at = seed === undefined ? Math.random() : seededRng(seed, 'practice')()
  return choices[Math.floor(at * choices.length)]
}

/** Copies the learner's lab with one task as a stub again. The copy before this one is kept as `practice-before`. */
function makeCopy(
  ws: Workspace,
  manifest: LabManifest,
  task: string,
  progress: Progress,
): { file: string; line?: number } {
  const folder = folderOf(ws)
  if (existsSync(folder)) {
    rmSync(`${folder}-before`, { recursive: true, force: true })
    renameSync(folder, `${folder}-before`)
  }
  const source = join(ws.labs, manifest.id)
  for (const file of walkFiles(source)) cpSync(join(source, file), join(folder, file))
  const [file, master] = [...readMasters(ws, manifest)].find(([, candidate]) =>
    candidate.tasks.includes(task),
  ) as [string, Parameters<typeof renderVariant>[0]]
  const path = join(folder, file)
  const mine = existsSync(path) ? readFileSync(path, 'utf8') : ''
  // Where the learner moved things about, the file is written anew: what they have not solved stays a stub.
  const known = progress.labs[manifest.id]?.tasks ?? {}
  const unsolved = master.tasks.filter((id) => id === task || known[id]?.status !== 'pass')
  const text = restoreStub(master, task, mine) ?? renderVariant(master, new Set(unsolved))
  atomicWrite(path, text)
  return { file: shown(ws, path), line: locateTask(master, task, text)?.start }
}

async function grade(context: CommandContext, { lab, task }: Practice): Promise<number> {
  const { ws, args, out } = context
  const dir = folderOf(ws)
  const manifest = await loadManifest(ws, dir)
  if (manifest.id !== lab)
    throw new UsageError('the copy is of another lab', { remedy: 'npm run lab -- practice --new' })
  if (!args.flags.json) out(`Checking task ${task} in your copy ...`)
  const seed = args.flags.seed ?? DEFAULT_SEED
  const { code, report } = await gradeLab(context, {
    manifest,
    dir,
    task,
    own: false,
    practice: true,
    extra: [],
    seed,
  })
  if (args.flags.json) out(JSON.stringify(report, null, 2))
  if (code !== EXIT.pass) return code
  rmSync(noteOf(ws), { force: true })
  if (!args.flags.json) out('Solved once more. Another one: npm run lab:practice')
  return code
}
