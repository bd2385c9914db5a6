import { join } from 'node:path'
import { EXIT, UsageError } from '../errors.ts'
import { DEFAULT_SEED } from '../grade/rng.ts'
import { labFolders, loadManifest, requireTask, selectLab } from '../labs.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab } from './current.ts'
import { loadProgress } from './load-progress.ts'

/** `lab check [3|3.2]`: builds, deploys and grades; exit codes of spec labs.md 2.2. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, err } = context
  const { flags } = args
  const word = args.words[0]
  if (flags.all && word !== undefined)
    throw new UsageError('name a lab or say --all, not both', { remedy: 'npm run lab -- check --all' })
  if (flags.case !== undefined && (word === undefined || !/^\d+\.\d+$/.test(word))) {
    throw new UsageError('--case needs a task', {
      remedy: `npm run lab -- check ${word ?? '1'}.1 --case ${flags.case}`,
    })
  }
  const say = flags.json ? err : out
  // First of all a sign of life: everything below may have to load or build something.
  say(
    flags.all
      ? 'Checking all labs ...'
      : `Checking ${word === undefined ? 'the current lab' : word.includes('.') ? `task ${word}` : `lab ${word}`} ...`,
  )

  const selections = flags.all
    ? labFolders(ws).map((lab) => ({ lab, task: undefined }))
    : word !== undefined
      ? [selectLab(ws, word)]
      : [{ lab: currentLab((await allManifests(ws)).manifests, loadProgress(context)).id, task: undefined }]

  const reports: unknown[] = []
  let exit: number = EXIT.pass
  for (const selection of selections) {
    const { code, report } = await checkOne(context, selection.lab, selection.task)
    reports.push(report)
    exit = worse(exit, code)
    if (code === EXIT.interrupted) break
  }
  if (flags.json) out(JSON.stringify(flags.all ? reports : reports[0], null, 2))
  return exit
}

/** Of several labs the gravest code is the command's. */
export function worse(a: number, b: number): number {
  const order: number[] = [
    EXIT.pass,
    EXIT.fail,
    EXIT.submission,
    EXIT.environment,
    EXIT.fault,
    EXIT.interrupted,
  ]
  return order.indexOf(b) > order.indexOf(a) ? b : a
}

async function checkOne(context: CommandContext, folder: string, task: string | undefined) {
  const { ws, args } = context
  const { flags } = args
  const manifest = await loadManifest(ws, join(ws.labs, folder))
  if (task !== undefined) requireTask(manifest, task)
  const variant = flags.variant ?? (flags.solution ? 'solution' : undefined)
  let dir = join(ws.labs, folder)
  if (variant !== undefined) {
    const { makeOverlay } = await import('../build/overlay.ts')
    dir = makeOverlay(ws, manifest, variant as 'solution')
  }
  const extra = flags.solution ? ['--solution'] : variant !== undefined ? ['--variant', variant] : []
  if (flags.engine !== undefined) extra.push('--engine', flags.engine)
  const seed = flags.seed ?? DEFAULT_SEED
  // Loaded only now: the first line is on the screen before.
  const { gradeLab } = await import('./grade-lab.ts')
  return gradeLab(context, { manifest, dir, task, own: variant === undefined, extra, seed })
}
