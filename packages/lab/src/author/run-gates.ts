import type { BuildEvents } from '../build/artefact.ts'
import { makeOverlay, type Variant } from '../build/overlay.ts'
import { findRust } from '../build/toolchain.ts'
import { InterruptedError } from '../errors.ts'
import { gateKey, passedBefore, rememberPass } from './gates/gate-cache.ts'
import { brokenImports, labCode, pastedBlocks, readPages } from './gates/pages.ts'
import { styleProblems } from './gates/style.ts'
import { staticProblems } from './static.ts'
import { strayRecords, type VerifyOptions, variantsOf, verifyVariant } from './verify.ts'

/** What one gate found. */
export interface GateVerdict {
  lab: string
  gate: string
  problems: string[]
  /** What this run took; with `cached` what it took when it passed. */
  seconds: number
  /** Nothing it depends on has changed since it passed. */
  cached?: true
  /** Tools that were not there. */
  skipped?: string[]
}

export interface GateOptions extends VerifyOptions {
  /** Run also what passed before with the same inputs. */
  fresh: boolean
  /** How many variants are graded at a time; builds take turns. */
  jobs: number
  onVerdict(verdict: GateVerdict): void
}

const since = (began: number) => Math.round((performance.now() - began) / 100) / 10

/** Pages of the site and READMEs: every import resolves, no code is a copy. Milliseconds, so never cached. */
export function pageGate(ws: VerifyOptions['ws']): GateVerdict {
  const began = performance.now()
  const pages = readPages(ws)
  const problems = [...brokenImports(ws, pages), ...pastedBlocks(pages, labCode(ws))]
  return { lab: 'docs', gate: 'pages', problems, seconds: since(began) }
}

/**
 * All gates of one lab, in order: files, style, then each variant. Where the files are wrong nothing is graded.
 *
 * @throws EnvironmentError when Rust is missing: nothing can be said about a lab then
 */
export async function runGates(options: GateOptions): Promise<GateVerdict[]> {
  const { ws, manifest, signal, fresh } = options
  const verdicts: GateVerdict[] = []
  const tell = (verdict: GateVerdict) => {
    verdicts.push(verdict)
    options.onVerdict(verdict)
  }
  const began = performance.now()
  const files = [...(await staticProblems(ws, manifest)), ...strayRecords(ws, manifest)]
  tell({ lab: manifest.id, gate: 'files', problems: files, seconds: since(began) })
  if (files.length > 0) return verdicts

  const toolchain = manifest.contract === undefined ? '-' : (await findRust(ws)).id
  const once = async (
    gate: string,
    dir: string,
    work: () => Promise<Omit<GateVerdict, 'lab' | 'gate' | 'seconds'>>,
  ) => {
    const key = gateKey(ws, { lab: manifest.id, gate, dir, toolchain })
    const before = fresh ? undefined : passedBefore(ws, key)
    if (before !== undefined)
      return tell({ lab: manifest.id, gate, problems: [], seconds: before, cached: true })
    const start = performance.now()
    const found = await work()
    if (signal?.aborted === true) throw new InterruptedError()
    const seconds = since(start)
    if (found.problems.length === 0 && (found.skipped ?? []).length === 0)
      rememberPass(ws, key, manifest.id, gate, seconds)
    tell({ lab: manifest.id, gate, ...found, seconds })
  }

  const solution = makeOverlay(ws, manifest, 'solution')
  const jobs: (() => Promise<void>)[] = [
    () => once('style', solution, () => styleProblems(ws, solution, signal)),
    ...variantsOf(ws, manifest).map((variant: Variant) => async () => {
      await once(variant, makeOverlay(ws, manifest, variant), async () => {
        const { problems, outcome } = await verifyVariant(
          { ...options, build: quiet(options.build) },
          variant,
        )
        if (outcome.error?.kind === 'environment' || outcome.error?.kind === 'interrupted')
          throw outcome.error
        return { problems }
      })
    }),
  ]
  await pool(jobs, options.jobs)
  return verdicts
}

/** That one gate waits for another's build is no news. */
function quiet(events: BuildEvents): BuildEvents {
  return { ...events, onWait: undefined }
}

/** Runs jobs, at most `width` at a time, begun in order. The first failure stops the rest from beginning. */
export async function pool(jobs: (() => Promise<void>)[], width: number): Promise<void> {
  let next = 0
  let failed = false
  const worker = async () => {
    while (!failed && next < jobs.length) {
      const job = jobs[next++] as () => Promise<void>
      try {
        await job()
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, jobs.length)) }, worker))
}
