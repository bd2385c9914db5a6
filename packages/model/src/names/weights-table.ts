/** Units of a score that double a weight. */
export const OCTAVE = 512
/** Octaves from the smallest weight to the largest. */
export const OCTAVES = 18

/**
 * A score's weight in the draw: (512 + t mod 512) << (t div 512), which is 2^(t / 512) drawn with straight lines
 * between the powers of two. It needs no table in a contract, and is the table layer of the model file to the bit.
 */
export function weightOf(score: number): number {
  const t = Math.min(Math.max(score, 0), OCTAVES * OCTAVE)
  return (OCTAVE + (t & (OCTAVE - 1))) * 2 ** (t >> 9)
}
