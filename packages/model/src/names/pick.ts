/** The first index whose running sum of weights exceeds `draw * total / 2^16`. Sums below 2^32, so all is exact. */
export function pick(weights: readonly number[], draw: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const r = Math.floor((draw * total) / 65_536)
  let sum = 0
  return weights.findIndex((weight) => {
    sum += weight
    return sum > r
  })
}
