import { FORMULA, RANKED_BY, rank } from '../../report/ranking.ts'
import type { LabManifest } from '../../types.ts'
import type { Entry } from './entries.ts'
import type { Measured } from './measure-child.ts'

export interface LeaderboardLab {
  id: string
  title: string
  /** What the reference costs, to compare with. */
  par: Record<string, number>
  entries: { place: number; handle: string; note: string; figures: Record<string, number>; sha256: string }[]
}

export interface Leaderboard {
  schema: 'lab-leaderboard/1'
  formula: string
  rankedBy: readonly string[]
  /** Figures of different engines or versions are not comparable. */
  engine: { kind: 'embedded'; arbos: number; inkPrice: number }
  labs: LeaderboardLab[]
}

/** The ArbOS version that leaderboards are measured with. */
export const BOARD_ARBOS = 51

/** The table as the site reads it. Entries that were not measured are left out. */
export function makeLeaderboard(
  manifests: LabManifest[],
  measured: { entry: Entry; result: Measured }[],
): Leaderboard {
  const labs = manifests.flatMap((manifest): LeaderboardLab[] => {
    if (manifest.leaderboard === undefined) return []
    const own = measured.flatMap(({ entry, result }) =>
      entry.lab === manifest.id && result.ok ? [{ who: entry.handle, entry, figures: result.figures }] : [],
    )
    const byHandle = new Map(own.map((one) => [one.who, one.entry]))
    const entries = rank(own).map(({ place, who, figures }) => ({
      place,
      handle: who,
      note: byHandle.get(who)?.note ?? '',
      figures: Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))),
      sha256: byHandle.get(who)?.sha256 ?? '',
    }))
    const par = Object.fromEntries(manifest.budgets.map((budget) => [budget.id, budget.par]))
    return [{ id: manifest.id, title: manifest.title, par, entries }]
  })
  return {
    schema: 'lab-leaderboard/1',
    formula: FORMULA,
    rankedBy: RANKED_BY,
    engine: { kind: 'embedded', arbos: BOARD_ARBOS, inkPrice: 10_000 },
    labs,
  }
}

export const formatLeaderboard = (board: Leaderboard) => `${JSON.stringify(board, null, 2)}\n`
