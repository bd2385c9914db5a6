import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workspace } from '../workspace.ts'

/** Where `lab author leaderboard` writes the table of measured entries. */
export const BOARD_FILE = 'docs/data/leaderboard.json'

interface BoardLab {
  id: string
  entries: { figures: Record<string, number> }[]
}

/**
 * The lowest figure of every metric among the ranked entries of a lab's leaderboard. Entries are measured on the
 * embedded devnode, so the figures compare with those of a learner there.
 *
 * @returns nothing where there is no board, no entry, or a file that can't be read: golf works without a record
 */
export function boardBest(ws: Workspace, lab: string): Record<string, number> {
  const best: Record<string, number> = {}
  for (const { figures } of entriesOf(ws, lab)) {
    for (const [id, value] of Object.entries(figures)) {
      if (Number.isFinite(value)) best[id] = Math.min(best[id] ?? value, value)
    }
  }
  return best
}

function entriesOf(ws: Workspace, lab: string): BoardLab['entries'] {
  try {
    const board = JSON.parse(readFileSync(join(ws.root, BOARD_FILE), 'utf8')) as { labs: BoardLab[] }
    return board.labs.find((one) => one.id === lab)?.entries ?? []
  } catch {
    return []
  }
}
