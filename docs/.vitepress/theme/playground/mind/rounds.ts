/** Whether a mind shares: at first, after both shared, was taken from, took, and after both took. */
export type Habits = readonly boolean[]

const habitOf = { first: 0, both: 1, taken: 2, took: 3, neither: 4 }

/** Every move of a game of share or take, from the habits alone. The contract says the points; these are the moves behind. */
export function roundsOf(a: Habits, b: Habits, rounds = 16): { a: boolean[]; b: boolean[] } {
  const moves: { a: boolean[]; b: boolean[] } = { a: [], b: [] }
  let [at, bt] = [habitOf.first, habitOf.first]
  for (let round = 0; round < rounds; round++) {
    const [shares, other] = [a[at] === true, b[bt] === true]
    moves.a.push(shares)
    moves.b.push(other)
    at = after(shares, other)
    bt = after(other, shares)
  }
  return moves
}

function after(mine: boolean, theirs: boolean): number {
  if (mine) return theirs ? habitOf.both : habitOf.taken
  return theirs ? habitOf.took : habitOf.neither
}

/** Points of the first: 3 for both who share, 1 for both who take, 5 and 0 for who takes from one who shares. */
export const pointsOf = (mine: boolean[], theirs: boolean[]): number =>
  mine.reduce((sum, shares, i) => sum + (shares ? (theirs[i] ? 3 : 0) : theirs[i] ? 5 : 1), 0)
