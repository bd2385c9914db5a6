/** Seed of a run unless `--seed` is given, so that two people see the same cases. */
export const DEFAULT_SEED = 7

/**
 * Seeded uniform numbers in [0, 1) (mulberry32). The check's id is mixed in, so that one check run
 * alone with `--seed` sees the same sequence as in a full run.
 */
export function seededRng(seed: number, salt: string): () => number {
  let state = 2166136261 ^ seed
  for (let i = 0; i < salt.length; i++) state = Math.imul(state ^ salt.charCodeAt(i), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
