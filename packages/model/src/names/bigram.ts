import { SYMBOLS } from './alphabet.ts'
import type { Steps } from './contexts.ts'

/**
 * Nats a symbol of a table that counts which symbol follows which, the yardstick for every other model: counts of
 * `train` with `added` to each, judged on `held`.
 */
export function bigramNats(train: Steps, held: Steps, added = 0.5): number {
  const counts = new Float64Array(SYMBOLS * SYMBOLS).fill(added)
  const totals = new Float64Array(SYMBOLS).fill(added * SYMBOLS)
  for (const [i, next] of train.next.entries()) {
    const before = train.contexts[3 * i + 2]!
    counts[before * SYMBOLS + next]! += 1
    totals[before]! += 1
  }
  let nats = 0
  for (const [i, next] of held.next.entries()) {
    const before = held.contexts[3 * i + 2]!
    nats -= Math.log(counts[before * SYMBOLS + next]! / totals[before]!)
  }
  return nats / held.next.length
}
