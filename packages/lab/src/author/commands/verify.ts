import { availableParallelism } from 'node:os'
import type { CommandContext } from '../../commands/context.ts'
import { chooseEngine } from '../../engine/choose.ts'
import { EXIT } from '../../errors.ts'
import { buildProgress } from '../../output/progress-line.ts'
import { paint, wrap } from '../../output/style.ts'
import { type GateVerdict, pageGate, runGates } from '../run-gates.ts'
import { updateGolden } from '../update-golden.ts'
import { whichLabs } from './which.ts'

/** `lab author verify [3 ...] [--fresh] [--update]`: the gates of labs and pages, with the time of each. */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, args, out, style, stderr, errStyle, signal, env } = context
  const { flags } = args
  const manifests = await whichLabs(ws, words)
  const line = buildProgress(stderr, errStyle)
  const jobs = Number(env.LAB_GATE_JOBS) || Math.min(4, availableParallelism())
  // One link takes one core: two builds at a time halve the wait, more would only fill the disk.
  const places = Math.min(2, jobs)
  const build = { places, onStart: line.start, onProgress: line.update, onWait: line.wait, onEnd: line.stop }
  const engine = chooseEngine('embedded', env)
  const ci = env.CI !== undefined && env.CI !== '' && env.CI !== 'false'
  if (flags.update) {
    for (const manifest of manifests)
      for (const name of await updateGolden({ ws, manifest, engine, build, signal }))
        (flags.json ? context.err : out)(`wrote ${name}`)
  }
  const began = performance.now()
  const verdicts: GateVerdict[] = []
  const onVerdict = (verdict: GateVerdict) => {
    verdicts.push(verdict)
    if (flags.json) return
    const { lab, gate, problems, seconds, cached, skipped } = verdict
    const word = problems.length === 0 ? paint(style, 'green', 'PASS') : paint(style, 'red', 'FAIL')
    const time = cached === true ? `cached, ${seconds} s when it ran` : `${seconds} s`
    out(`${word}  ${lab} ${gate} (${time})`)
    for (const what of skipped ?? []) out(`      skipped: ${what}`)
    for (const problem of problems)
      for (const text of problem.split('\n')) for (const part of wrap(text, style.width, 6)) out(part)
  }
  onVerdict(pageGate(ws))
  for (const manifest of manifests)
    await runGates({ ws, manifest, engine, build, signal, fresh: flags.fresh || ci, jobs, onVerdict })

  const bad = verdicts.filter((verdict) => verdict.problems.length > 0).length
  const total = Math.round((performance.now() - began) / 100) / 10
  if (flags.json) {
    const status = bad === 0 ? 'pass' : 'fail'
    out(JSON.stringify({ schema: 'lab-verify/1', status, seconds: total, gates: verdicts }, null, 2))
  } else {
    for (const text of timesByKind(verdicts)) out(text)
    const cached = verdicts.filter((verdict) => verdict.cached).length
    const also = cached === 0 ? '' : `, ${cached} of them cached: their inputs have not changed`
    out(
      bad === 0
        ? `${verdicts.length} gates passed in ${total} s${also}`
        : `${bad} of ${verdicts.length} gates failed`,
    )
  }
  return bad === 0 ? EXIT.pass : EXIT.fail
}

/** Seconds by kind of gate, of those that ran. They add up to more than the clock says: two run at a time. */
export function timesByKind(verdicts: GateVerdict[]): string[] {
  const kinds = new Map<string, { count: number; seconds: number }>()
  for (const { gate, seconds, cached } of verdicts) {
    if (cached === true) continue
    const kind = gate.startsWith('without-')
      ? 'leave-one-out'
      : gate.startsWith('wrong-')
        ? 'wrong answers'
        : gate
    const sum = kinds.get(kind) ?? { count: 0, seconds: 0 }
    kinds.set(kind, { count: sum.count + 1, seconds: sum.seconds + seconds })
  }
  return [...kinds].map(
    ([kind, { count, seconds }]) =>
      `time  ${kind.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s in ${count} ${count === 1 ? 'gate' : 'gates'}`,
  )
}
