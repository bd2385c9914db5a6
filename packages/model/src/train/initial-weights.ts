/**
 * He's uniform start for a layer followed by ReLU: uniform on +-sqrt(6 / inputs), drawn from `random`
 * (one number a weight, row by row). Uniform and not normal: it needs no logarithm, whose last bit differs
 * between engines.
 */
export function initialWeights(inputs: number, outputs: number, random: () => number): Float32Array {
  const limit = Math.sqrt(6 / inputs)
  return Float32Array.from({ length: inputs * outputs }, () => (random() * 2 - 1) * limit)
}
