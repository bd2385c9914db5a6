/**
 * Keeps the `keep` blocks of the largest norm. A block is one input by `group` neighbouring outputs: the weights
 * that one 64-bit multiplication covers, so each dropped block removes a whole multiplication.
 *
 * @param weights [inputs, outputs], row by row. The last block of a row may be shorter.
 * @param importance One factor an input; a weight counts as weight x factor.
 * @returns 1 where a weight stays, 0 where it is dropped; the shape of `weights`.
 */
export function blockMask(
  weights: ArrayLike<number>,
  importance: ArrayLike<number>,
  outputs: number,
  group: number,
  keep: number,
): Float32Array {
  const inputs = weights.length / outputs
  const perRow = Math.ceil(outputs / group)
  const norms = new Float64Array(inputs * perRow)
  for (let i = 0; i < inputs; i++)
    for (let o = 0; o < outputs; o++) {
      const weight = weights[i * outputs + o]! * importance[i]!
      norms[i * perRow + Math.floor(o / group)]! += weight * weight
    }
  const order = Array.from(norms.keys()).sort((a, b) => norms[b]! - norms[a]! || a - b)
  const mask = new Float32Array(weights.length)
  for (const block of order.slice(0, keep)) {
    const start = Math.floor(block / perRow) * outputs + (block % perRow) * group
    mask.fill(1, start, Math.min(start + group, (Math.floor(block / perRow) + 1) * outputs))
  }
  return mask
}
