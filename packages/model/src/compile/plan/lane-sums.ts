import type { Node } from '../ir/nodes.ts'
import type { Statement } from '../ir/program.ts'
import type { LaneWord } from './lanes.ts'
import { sumWords, type WordSum } from './linear.ts'
import type { LinearOutput } from './linear-layer.ts'
import { carriers, type Source } from './source.ts'

/** Choices that change the cost of a layer, not its result. */
export interface SumOptions {
  /** Two products in one where it pays. */
  pairs: boolean
  /** Fields without masks where it pays. */
  open: boolean
  /** Values in locals at once. */
  atOnce: number
}

export interface LaneSums {
  /** One node for each word of lanes: lane = output + extra + offset. */
  nodes: Node[]
  note: string
}

/**
 * Sums of a linear layer, several outputs in an i64: value times packed weights, added up.
 *
 * @param extra added to each output, for instance the rounding of a shift.
 */
export function laneSums(
  outputs: readonly LinearOutput[],
  source: Source,
  words: readonly LaneWord[],
  extra: (output: number) => bigint,
  options: SumOptions,
  body: Statement[],
): LaneSums {
  const sums: WordSum[] = words.map(({ lanes }) => {
    const row: bigint[] = new Array(source.values.length).fill(0n)
    let constant = 0n
    for (const { output, pos, offset } of lanes) {
      const { index, weight, bias } = outputs[output]!
      const at = BigInt(pos)
      for (const [k, i] of index.entries()) row[i]! += BigInt(weight[k]!) << at
      constant += (BigInt(bias) + extra(output) + offset) << at
    }
    return { row: row.map((c) => BigInt.asIntN(64, c)), constant }
  })
  const from = carriers(
    source,
    sums.map(({ row }) => row),
    options.open,
  )
  const transformed = sums.map(({ row, constant }) => ({ row: from.transform(row), constant }))
  const { nodes, multiplications, pairs } = sumWords(from, transformed, options, body)
  const all = words.length * source.values.length
  const note = `${outputs.length} outputs in ${words.length} words, ${multiplications.toLocaleString('en-US')} multiplications for ${all.toLocaleString('en-US')} blocks${pairs ? `, ${pairs} pairs` : ''}`
  return { nodes, note }
}
