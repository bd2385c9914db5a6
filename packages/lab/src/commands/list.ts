import { ends, paint } from '../output/style.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab, nextStep } from './current.ts'
import { loadProgress } from './load-progress.ts'

/** `lab list`: all labs with their state as a word, tasks, points and minutes. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, out, style, args } = context
  const progress = loadProgress(context)
  const { manifests, broken } = await allManifests(ws)
  const rows = manifests.map((manifest) => {
    const known = progress.labs[manifest.id]?.tasks ?? {}
    const passed = manifest.tasks.filter((task) => known[task.id]?.status === 'pass')
    const stale = manifest.tasks.filter((task) => known[task.id]?.status === 'stale')
    const started = Object.keys(known).length > 0
    const state =
      passed.length === manifest.tasks.length
        ? 'PASS'
        : stale.length > 0
          ? 'STALE'
          : started
            ? 'WORK'
            : 'TODO'
    return {
      manifest,
      state,
      passed: passed.length,
      points: passed.reduce((sum, task) => sum + task.points, 0),
      maxPoints: manifest.tasks.reduce((sum, task) => sum + task.points, 0),
    }
  })
  if (args.flags.json) {
    const labs = rows.map(({ manifest, state, passed, points, maxPoints }) => ({
      id: manifest.id,
      number: manifest.number,
      title: manifest.title,
      question: manifest.question,
      minutes: manifest.minutes,
      lesson: manifest.lesson,
      state,
      passed,
      points,
      maxPoints,
      tasks: manifest.tasks.map((task) => ({
        id: task.id,
        title: task.title,
        status: progress.labs[manifest.id]?.tasks[task.id]?.status ?? 'todo',
      })),
    }))
    out(JSON.stringify({ schema: 'lab-list/1', labs, broken }, null, 2))
    return 0
  }
  const colours = { PASS: 'green', STALE: 'yellow', WORK: 'blue', TODO: 'dim' } as const
  const current = manifests.length === 0 ? undefined : currentLab(manifests, progress)
  for (const row of rows) {
    const { manifest } = row
    const here = manifest === current && row.state !== 'PASS' ? ' <- you are here' : ''
    const word = row.state.padEnd(5)
    const left = `${word} ${manifest.number}  ${manifest.title}${here}`
    const right = `${row.passed} of ${manifest.tasks.length} tasks  ${row.points} of ${row.maxPoints} points  ${manifest.minutes} min`
    const [first, ...more] = ends(style, left, right)
    out(paint(style, colours[row.state as keyof typeof colours], word) + (first as string).slice(word.length))
    for (const line of more) out(line)
    if (manifest !== current) continue
    for (const task of manifest.tasks) {
      const known = progress.labs[manifest.id]?.tasks[task.id]
      const state = known === undefined || known.status === 'todo' ? 'TODO' : known.status.toUpperCase()
      const hints = known !== undefined && known.hints > 0 ? `${known.hints} of 3 hints` : ''
      for (const line of ends(style, `      ${state.padEnd(5)} ${task.id} ${task.title}`, hints)) out(line)
    }
  }
  for (const { reason } of broken) out(`${paint(style, 'red', 'BROKEN')} ${reason}`)
  const done = rows.reduce((sum, row) => sum + row.passed, 0)
  const all = rows.reduce((sum, row) => sum + row.manifest.tasks.length, 0)
  const next = nextStep(manifests, progress)
  out(`${done} of ${all} tasks   next: ${next.command} ${next.text}`)
  return 0
}
