import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** What the recorded runner prints with `--json`. */
export interface Report {
  passed: number
  failed: number
  results: { name: string; ok: boolean; skipped?: string; differences: string[] }[]
}

const all = readdirSync(path.join(import.meta.dirname, 'vectors')).filter((f) => f.endsWith('.json'))

/** The recorded scenarios, by the chain they need. One file wants a prepared chain of its own. */
export const SETS = [
  { arbos: 51, files: all.filter((f) => !f.endsWith('-60.json')), scenarios: 146 },
  {
    arbos: 60,
    files: all.filter((f) => f.endsWith('-60.json') && !f.startsWith('params-irr')),
    scenarios: 45,
  },
  { arbos: 60, files: ['params-irreversible-60.json'], scenarios: 1 },
]

export function judge({ results, passed, failed }: Report, scenarios: number): void {
  const differences = results
    .filter((r) => !r.ok)
    .map((r) => [r.name, ...r.differences.slice(0, 5)].join('\n  '))
  expect(differences).toEqual([])
  expect({ passed, failed }).toEqual({ passed: scenarios, failed: 0 })
}
