import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { runTool } from '../test-steps/run-tool.ts'
import { median } from './compare-twins.ts'

export interface CheckTimes {
  command: string
  runs: number
  /** Seconds, median of the runs, from typing the command to its end, npm included. */
  warm: number
  /** The same after an edit of the answer file: both builds are compiled and linked again. */
  warmWithRebuild: number
  /** `npm run lab:list`. */
  list: number
}

const runs = 5

/** Times `npm run lab:check 1 -- --solution` as a learner would feel it. */
export async function timeChecks(lab: Overlay): Promise<CheckTimes> {
  await check(lab)
  const warm = []
  for (let i = 0; i < runs; i++) warm.push(await check(lab))
  const rebuilt = []
  for (let i = 0; i < runs; i++) {
    await forgetBuilds(lab)
    rebuilt.push(await check(lab))
  }
  const lists = []
  for (let i = 0; i < runs; i++) lists.push(await seconds(['lab:list'], 'lab:list'))
  return {
    command: 'npm run lab:check 1 -- --solution',
    runs,
    warm: median(warm),
    warmWithRebuild: median(rebuilt),
    list: median(lists),
  }
}

/** What an edit does to cargo, without one: a newer file, and no artefact of these inputs. */
async function forgetBuilds({ manifest, dir }: Overlay): Promise<void> {
  for (const build of ['plain', 'steps'] as const) {
    const { path } = await buildContract(workspace(), manifest, dir, build)
    rmSync(path)
  }
  const now = new Date()
  utimesSync(join(dir, 'contract/core/src/lib.rs'), now, now)
}

/** Seconds. */
function check({ manifest }: Overlay): Promise<number> {
  const args = ['lab:check', String(manifest.number), '--', '--solution']
  return seconds(args, `lab:check ${manifest.number} --solution`)
}

async function seconds(args: string[], name: string): Promise<number> {
  const started = performance.now()
  const result = await npm(['run', '--silent', ...args])
  if (result.code !== 0) throw new Error(`${name} did not pass:\n${result.output}`)
  return Math.round((performance.now() - started) / 10) / 100
}

/** npm as it was started, else the one in PATH. */
export function npm(
  args: string[],
  options: { cwd?: string; env?: Record<string, string | undefined>; onLine?: (line: string) => void } = {},
) {
  const cli = process.env.npm_execpath
  const env = { RPC_URL: undefined, LAB_FORMAT: undefined, ...options.env }
  return cli
    ? runTool(process.execPath, [cli, ...args], { ...options, env })
    : runTool('npm', args, { ...options, env })
}
