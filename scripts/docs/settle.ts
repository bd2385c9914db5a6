/** By how much a figure may differ between two places of the clone, as a share. */
const NEAR = 0.025

/**
 * Keeps a committed figure where the sources are the same and the new one is within 2.5 percent: cargo orders the
 * functions of a program by a hash of the folder that `rust-crates` lies in, so code bytes and what follows from them
 * (deployment, activation, entry) differ a little from clone to clone. With changed sources each figure is the new one.
 */
export function settle<T extends { inputs: string }>(fresh: T, committed: T | undefined): T {
  return committed?.inputs === fresh.inputs ? (settled(fresh, committed) as T) : fresh
}

function settled(fresh: unknown, committed: unknown): unknown {
  if (typeof fresh === 'number' && typeof committed === 'number')
    return Math.abs(fresh - committed) <= NEAR * Math.abs(committed) ? committed : fresh
  if (Array.isArray(fresh) && Array.isArray(committed)) return fresh.map((x, at) => settled(x, committed[at]))
  if (isRecord(fresh) && isRecord(committed))
    return Object.fromEntries(Object.entries(fresh).map(([key, x]) => [key, settled(x, committed[key])]))
  return fresh
}

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null
