/** Index of the highest value; the lowest index wins a tie. -1 for an empty list. */
export function argmax(values: ArrayLike<number>): number {
  let best = values.length === 0 ? -1 : 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i
  return best
}
