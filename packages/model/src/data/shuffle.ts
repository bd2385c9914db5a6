import { rng } from '../rng.ts'

/** Row numbers 0 to rows - 1 in a seeded order (Fisher-Yates): the same seed gives the same order everywhere. */
export function shuffledOrder(rows: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: rows }, (_, i) => i)
  const random = rng(seed)
  for (let i = rows - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  return order
}
