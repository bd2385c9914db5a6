/** A column of the training set as ranks: what growing a tree needs of it. */
export interface Column {
  /** Its different values, ascending. */
  values: number[]
  /** Rank of each row's value. */
  rank: Uint32Array
}

/** The columns of a training set. Made once, used by every tree. */
export function makeColumns(x: number[][]): Column[] {
  return x[0]!.map((_, feature) => {
    const values = [...new Set(x.map((row) => row[feature]!))].sort((a, b) => a - b)
    const ranks = new Map(values.map((value, rank) => [value, rank]))
    return { values, rank: Uint32Array.from(x, (row) => ranks.get(row[feature]!)!) }
  })
}
