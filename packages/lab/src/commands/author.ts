import { join } from 'node:path'
import { prebuiltIsStale, writePrebuilt } from '../author/prebuilt.ts'
import { staleStarters, writeStarters } from '../author/starters.ts'
import { staticProblems, variantsOf, verifyVariant } from '../author/verify.ts'
import { chooseEngine } from '../engine/choose.ts'
import { EXIT, InterruptedError, UsageError } from '../errors.ts'
import { labFolders, loadManifest, selectLab } from '../labs.ts'
import { buildProgress } from '../output/progress-line.ts'
import { paint, wrap } from '../output/style.ts'
import type { LabManifest } from '../types.ts'
import type { CommandContext } from './context.ts'

/** `lab author build [3] [--check]` and `lab author verify [3]`: content tools and gates. */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args } = context
  const [action, word] = args.words
  if (action !== 'build' && action !== 'verify') {
    throw new UsageError(action === undefined ? 'build or verify?' : `there is no 'lab author ${action}'`, {
      remedy: 'npm run lab -- author build\nor npm run lab -- author verify',
    })
  }
  const folders = word === undefined ? labFolders(ws) : [selectLab(ws, word).lab]
  const manifests: LabManifest[] = []
  for (const folder of folders) manifests.push(await loadManifest(ws, join(ws.labs, folder)))
  return action === 'build' ? build(context, manifests) : verify(context, manifests)
}

async function build(context: CommandContext, manifests: LabManifest[]): Promise<number> {
  const { ws, args, out, stderr, errStyle, signal } = context
  if (args.flags.check) {
    let stale = 0
    for (const manifest of manifests) {
      const names = staleStarters(ws, manifest).map((starter) => starter.name)
      if (prebuiltIsStale(ws, manifest)) names.push(`labs/${manifest.id}/${manifest.prebuilt?.code}`)
      for (const name of names) out(`STALE ${name}`)
      stale += names.length
    }
    out(
      stale === 0
        ? 'every generated file is current'
        : `${stale} not current; write them: npm run lab -- author build`,
    )
    return stale === 0 ? EXIT.pass : EXIT.fail
  }
  let written = 0
  const line = buildProgress(stderr, errStyle)
  for (const manifest of manifests) {
    const starters = writeStarters(ws, manifest)
    const prebuilt = await writePrebuilt(ws, manifest, {
      onStart: line.start,
      onProgress: line.update,
      onWait: line.wait,
      onEnd: line.stop,
      signal,
    })
    for (const name of [...starters.written, ...prebuilt]) out(`wrote ${name}`)
    if (starters.backup !== undefined) out(`what stood there is in .lab/backups/${starters.backup}`)
    written += starters.written.length + prebuilt.length
  }
  out(
    written === 0
      ? 'every generated file was current'
      : `${written} ${written === 1 ? 'file' : 'files'} written`,
  )
  return EXIT.pass
}

async function verify(context: CommandContext, manifests: LabManifest[]): Promise<number> {
  const { ws, args, out, style, stderr, errStyle, signal, env } = context
  const line = buildProgress(stderr, errStyle)
  const verdicts: { lab: string; gate: string; problems: string[]; seconds: number }[] = []
  const report = (lab: string, gate: string, problems: string[], began: number) => {
    const seconds = Math.round((performance.now() - began) / 100) / 10
    verdicts.push({ lab, gate, problems, seconds })
    if (args.flags.json) return
    const word = problems.length === 0 ? paint(style, 'green', 'PASS') : paint(style, 'red', 'FAIL')
    out(`${word}  ${lab} ${gate} (${seconds} s)`)
    for (const problem of problems)
      for (const text of problem.split('\n')) for (const part of wrap(text, style.width, 6)) out(part)
  }
  for (const manifest of manifests) {
    const began = performance.now()
    const problems = await staticProblems(ws, manifest)
    report(manifest.id, 'files', problems, began)
    if (problems.length > 0) continue
    for (const variant of variantsOf(ws, manifest)) {
      const start = performance.now()
      const verdict = await verifyVariant(
        ws,
        manifest,
        variant,
        chooseEngine('embedded', env),
        {
          onStart: line.start,
          onProgress: line.update,
          onWait: line.wait,
          onEnd: line.stop,
        },
        signal,
      )
      if (signal.aborted) throw new InterruptedError()
      // Without Rust nothing can be said about a lab: exit 3, not 1.
      if (verdict.outcome.error?.kind === 'environment') throw verdict.outcome.error
      report(manifest.id, variant, verdict.problems, start)
    }
  }
  const bad = verdicts.filter((verdict) => verdict.problems.length > 0).length
  if (args.flags.json)
    out(
      JSON.stringify(
        { schema: 'lab-verify/1', status: bad === 0 ? 'pass' : 'fail', gates: verdicts },
        null,
        2,
      ),
    )
  else out(bad === 0 ? `${verdicts.length} gates passed` : `${bad} of ${verdicts.length} gates failed`)
  return bad === 0 ? EXIT.pass : EXIT.fail
}
