import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/paths.mjs'

/** What somebody else published. */
export interface Fact {
  value: number
  unit: string
  who: string
  /** Where it stands. */
  source: string
  /** Day on which we read it. */
  read: string
}

const FILE = 'docs/report/facts.json'
const NAMES = [
  'sustainedGas',
  'burstGas',
  'floorGwei',
  'ethereumTxGas',
  'icpUpdate',
  'icpQuery',
  'evmGasPerWeight',
  'translatedUploadGas',
] as const

export type Facts = Record<(typeof NAMES)[number], Fact>

/**
 * Published values that the report repeats.
 *
 * @throws Error naming the fact that is missing or has no value, source or date
 */
export function publishedFacts(text = readFileSync(join(root, FILE), 'utf8')): Facts {
  const { facts } = JSON.parse(text) as { facts: Record<string, Partial<Fact>> }
  for (const name of NAMES) {
    const fact = facts[name]
    if (
      typeof fact?.value !== 'number' ||
      !/^https:\/\//.test(fact.source ?? '') ||
      !/^\d{4}-\d\d-\d\d$/.test(fact.read ?? '') ||
      !fact.unit ||
      !fact.who
    )
      throw new Error(`${FILE}: '${name}' needs value, unit, who, source (https) and read (a day)`)
  }
  return facts as Facts
}
