import { join } from 'node:path'
import { EXIT, InterruptedError, LabError } from '../errors.ts'
import { loadManifest } from '../labs.ts'
import { errorLines } from '../output/render.ts'
import { paint } from '../output/style.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import type { LabManifest } from '../types.ts'
import { withoutRoot } from '../workspace.ts'
import type { CommandContext } from './context.ts'
import { allManifests } from './current.ts'

/** Record of the last `lab warm`, for `lab doctor --class`. */
export const WARM_FILE = 'warm.json'

/**
 * `lab warm`: builds every starter and runs each lab's checks once, so that crates, artefacts and compile caches
 * are there and everything works without a network.
 */
export async function run(context: CommandContext): Promise<number> {
  const { ws, args, out, err, style, signal } = context
  const say = args.flags.json ? err : out
  say('Warming up: the first time takes some minutes, and a network ...')
  const { manifests, broken } = await allManifests(ws)
  const rows: { lab: string; builds: string[]; seconds: number; error?: string }[] = []
  let exit: number = broken.length > 0 ? EXIT.submission : EXIT.pass
  for (const { reason } of broken) say(`${paint(style, 'red', 'BROKEN')} ${reason}`)
  for (const manifest of manifests) {
    const began = performance.now()
    const seconds = () => Math.round((performance.now() - began) / 100) / 10
    try {
      const builds = await warmLab(context, manifest)
      rows.push({ lab: manifest.id, builds, seconds: seconds() })
      say(
        `${paint(style, 'green', 'WARM')}  ${manifest.number}  ${manifest.title}  ${['checks', ...builds].join(', ')} (${seconds()} s)`,
      )
    } catch (error) {
      if (signal.aborted) throw new InterruptedError()
      if (!(error instanceof LabError)) throw error
      exit = Math.max(exit, error.exitCode)
      rows.push({ lab: manifest.id, builds: [], seconds: seconds(), error: error.message })
      say(`${paint(style, 'red', 'COLD')}  ${manifest.number}  ${manifest.title}`)
      for (const line of errorLines(error, style)) say(`      ${withoutRoot(ws, line)}`.trimEnd())
      // Without Rust the next lab fails the same way.
      if (error.kind === 'environment') break
    }
  }
  const warm = rows.filter((row) => row.error === undefined)
  atomicWrite(
    join(ws.work, WARM_FILE),
    `${JSON.stringify({ schema: 'lab-warm/1', labs: warm.map((row) => row.lab) })}\n`,
  )
  if (args.flags.json) {
    out(JSON.stringify({ schema: 'lab-warm/1', ready: exit === EXIT.pass, labs: rows }, null, 2))
  } else if (exit === EXIT.pass) {
    out(`${warm.length} of ${manifests.length} labs are warm: from here on no network is needed`)
  } else {
    out(`${warm.length} of ${manifests.length} labs are warm`)
  }
  return exit
}

/** Builds the starter in every way its checks ask for, and loads everything a check loads. */
async function warmLab(context: CommandContext, manifest: LabManifest): Promise<string[]> {
  const { ws, stderr, errStyle, signal } = context
  const { makeOverlay } = await import('../build/overlay.ts')
  const { grade } = await import('../grade/host.ts')
  const { buildContract } = await import('../build/artefact.ts')
  const { buildProgress } = await import('../output/progress-line.ts')
  const line = buildProgress(stderr, errStyle)
  const dir = makeOverlay(ws, manifest, manifest.answerFiles.length === 0 ? 'solution' : 'starter')
  const events = {
    onStart: line.start,
    onProgress: line.update,
    onWait: line.wait,
    onEnd: line.stop,
    signal,
  }
  const builds: ('plain' | 'steps')[] = []
  if (manifest.contract !== undefined) {
    builds.push('plain')
    if (manifest.contract.stepsAbi !== undefined) builds.push('steps')
    for (const build of builds) await buildContract(ws, manifest, dir, build, events)
  }
  // A starter fails its checks; what counts is that they could run.
  const overlay = await loadManifest(ws, dir)
  const outcome = await grade({
    ws,
    manifest: overlay,
    dir,
    seed: 7,
    engine: { kind: 'embedded' },
    noWait: true,
    build: events,
    signal,
  })
  if (outcome.error !== undefined) throw outcome.error
  return builds
}
