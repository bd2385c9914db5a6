import { readFileSync } from 'node:fs'
import { parseCsv } from '../parse-csv.ts'
import { quantizeRow } from '../quantize-row.ts'
import type { Dataset, ModelInput } from '../types.ts'

/** Where the table lies, as provenance names it; the lab that uses it first holds the one copy, with its source. */
export const PHISHING_DATA = 'labs/01-decision-tree/data/phishing.csv'

/** Accuracy is the mean over these folds, always the same ones; lab 1 uses them too. */
export const FOLDS = { count: 5, seed: 2026 }

export const LABELS = ['safe', 'phishing']

/** Answers about a site are 0, 0.5 or 1; times 2 they are integers. */
const SCALE = { num: 2, den: 1 }

/** The 1,250 sites, already the integers a model takes, and the input they belong to. Node only. */
export function phishingData(): { data: Dataset; input: ModelInput } {
  const csv = readFileSync(new URL(`../../../../${PHISHING_DATA}`, import.meta.url), 'utf8')
  const { features, x, y } = parseCsv(csv)
  return {
    data: { features, x: x.map((row) => quantizeRow(row, SCALE)), y },
    input: {
      length: features.length,
      packing: 'u8',
      min: features.map(() => 0),
      max: features.map(() => 2),
      features,
      scale: SCALE,
    },
  }
}
