import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeOverlay } from '../../build/overlay.ts'
import type { CommandContext } from '../../commands/context.ts'
import { EXIT, FaultError, UsageError } from '../../errors.ts'
import { ends, integer, printable } from '../../output/style.ts'
import { atomicWrite } from '../../state/atomic-write.ts'
import { readEntries } from '../leaderboard/entries.ts'
import { measureEntry } from '../leaderboard/measure.ts'
import type { Measured } from '../leaderboard/measure-child.ts'
import { BOARD_ARBOS, formatLeaderboard, makeLeaderboard } from '../leaderboard/table.ts'
import { whichLabs } from './which.ts'

/** Where the site reads the table. */
const TABLE = 'docs/data/leaderboard.json'
/** Random inputs on which a program has to agree with the reference before its cost counts. */
const VECTORS = 256

/**
 * `lab author leaderboard [--check] [--entries DIR]`: measures every entry anew in the devnode and writes the
 * table. With `--entries` it measures those of another folder and writes nothing.
 */
export async function run(context: CommandContext, words: string[]): Promise<number> {
  const { ws, args, out, style, env } = context
  if (words.length > 0)
    throw new UsageError(`unexpected word '${words[0]}'`, { remedy: 'npm run lab -- author leaderboard' })
  const manifests = (await whichLabs(ws, [])).filter((manifest) => manifest.leaderboard !== undefined)
  const foreign = args.flags.entries
  const dir =
    foreign === undefined ? join(ws.root, 'leaderboard') : resolve(env.INIT_CWD ?? process.cwd(), foreign)
  if (foreign !== undefined && !existsSync(dir))
    throw new UsageError(`there is no folder ${foreign}`, {
      remedy: 'npm run lab -- author leaderboard --entries DIR',
    })
  const { entries, problems } = readEntries(
    dir,
    manifests.map((manifest) => manifest.id),
  )
  for (const problem of problems) out(`FAIL  ${printable(problem)}`)

  const seed = crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000_000
  const measured: { entry: (typeof entries)[number]; result: Measured }[] = []
  for (const entry of entries) {
    const manifest = manifests.find((candidate) => candidate.id === entry.lab)!
    const result = await measureEntry({
      root: ws.root,
      dir: makeOverlay(ws, manifest, 'solution'),
      wasm: entry.wasm,
      seed,
      vectors: VECTORS,
    })
    if (!result.ok && result.fault === true)
      throw new FaultError(`${entry.lab}/${entry.handle} could not be measured: ${result.why}`)
    if (result.ok && result.arbos !== BOARD_ARBOS)
      throw new FaultError(`measured with ArbOS ${result.arbos}, the board is of ${BOARD_ARBOS}`)
    measured.push({ entry, result })
    if (!result.ok) out(`FAIL  ${entry.lab}/${entry.handle}: ${printable(result.why)}`)
  }
  const board = makeLeaderboard(manifests, measured)
  if (args.flags.json) out(JSON.stringify(board, null, 2))
  else {
    for (const lab of board.labs) {
      out(`${lab.id}: ${lab.entries.length} ranked, reference ${integer(lab.par['ink.classify'] ?? 0)} ink`)
      for (const { place, handle, figures } of lab.entries)
        for (const line of ends(
          style,
          `${String(place).padStart(4)}  ${handle}`,
          Object.entries(figures)
            .map(([id, value]) => `${id} ${integer(value)}`)
            .join('  '),
        ))
          out(line)
    }
    out(`ranked: ${board.formula}`)
  }
  const refused = problems.length + measured.filter(({ result }) => !result.ok).length
  if (foreign !== undefined || refused > 0) return refused === 0 ? EXIT.pass : EXIT.fail
  const path = join(ws.root, TABLE)
  const text = formatLeaderboard(board)
  const now = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined
  if (args.flags.check) {
    if (now !== text) out(`STALE ${TABLE}; write it: npm run lab -- author leaderboard`)
    return now === text ? EXIT.pass : EXIT.fail
  }
  if (now !== text) {
    atomicWrite(path, text)
    out(`wrote ${TABLE}`)
  }
  return EXIT.pass
}
