import type { Node } from '../nodes.ts'
import type { Entry } from './entries.ts'

/**
 * Cuts the entries into runs of at most `most` operators each, where the fewest values are still needed behind the
 * cut; the last 40 % of a run are looked at for a place.
 *
 * @param light values that cost little to have again: they count a tenth.
 * @returns the run of each entry.
 */
export function cutEntries(entries: readonly Entry[], most: number, light: (n: Node) => boolean): number[] {
  const alive = countAlive(entries, light)
  const runs: number[] = []
  let run = 0
  for (let first = 0; first < entries.length; run++) {
    let size = 0
    let end = first
    let best = -1
    for (; end < entries.length; end++) {
      // the entry point keeps what depends on the length of the arguments: no cut from there on
      if (entries[end]!.last) {
        end = entries.length
        break
      }
      size += entries[end]!.operators
      if (size > most) break
      if (size > 0.6 * most && (best < 0 || alive[end + 1]! <= alive[best]!)) best = end + 1
    }
    // one that is larger alone gets a function of its own
    if (end === first) end++
    const cut = end === entries.length ? end : best < 0 ? end : best
    for (; first < cut; first++) runs.push(run)
  }
  return runs
}

/** How many values made before an entry are used by it or behind it. */
function countAlive(entries: readonly Entry[], light: (n: Node) => boolean): number[] {
  const lastUse = new Map<Node, number>()
  for (const [i, { needs }] of entries.entries()) for (const n of needs) lastUse.set(n, i)
  const change = new Array<number>(entries.length + 2).fill(0)
  for (const [i, { node }] of entries.entries()) {
    const last = lastUse.get(node)
    if (last === undefined) continue
    const weight = light(node) ? 1 : 10
    change[i + 1]! += weight
    change[last + 1]! -= weight
  }
  let sum = 0
  return change.map((c) => {
    sum += c
    return sum
  })
}
