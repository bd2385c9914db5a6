import { and, i64, type Node, named, shrU, sub } from '../ir/nodes.ts'

/**
 * A value that a layer reads: `sign * field + offset`, with the field an integer from `lo` to `hi`. Sign and offset
 * cost nothing, since weights and biases take them up; they let a clamp leave a value negated or moved.
 */
export interface Value {
  lo: number
  hi: number
  sign: 1 | -1
  offset: number
}

/** Several values in one i64: `fields` from the lowest bit up, all bits outside the fields are 0. */
export interface FieldWord {
  node: Node
  fields: Field[]
  /** True if the last field may be negative: it is the only one, a number of its own. */
  signed?: boolean
}

export interface Field {
  /** Index of the value. */
  index: number
  pos: number
  bits: number
}

/** The values between two layers. */
export interface Source {
  /** Letter that Rust names them with. */
  letter?: string
  values: Value[]
  words: FieldWord[]
}

/** One value as a number of its own. */
export function scalarWord(node: Node, index: number): FieldWord {
  return { node, fields: [{ index, pos: 0, bits: 64 }], signed: true }
}

/** A field as a number: shift unless it is the lowest, mask unless nothing lies above it. */
export function extract(word: FieldWord, at: number): Node {
  const field = word.fields[at]!
  const shifted = shrU(word.node, field.pos)
  if (at === word.fields.length - 1) return shifted
  return and(shifted, i64((1n << BigInt(field.bits)) - 1n))
}

/** Nodes that a linear layer multiplies, and how weights of the values become weights of the nodes. */
export interface Carriers {
  nodes: Node[]
  /** Coefficients of the values, modulo 2^64, to coefficients of the nodes. */
  transform(coefficients: readonly bigint[]): bigint[]
}

/**
 * Extracts the fields that some row uses. From a field on, the masks may be left out: with y[j] = word >> pos[j],
 * x[j] = y[j] - 2^gap * y[j + 1], so the sum over x is a sum over y with other weights, exact modulo 2^64. That saves
 * the mask (101 ink a field) where the next field is used by the same rows anyway, and costs a multiplication where
 * it is not. With `open` false every field is masked: the weights stay as they are, which compresses better.
 */
export function carriers(source: Source, rows: readonly (readonly bigint[])[], open: boolean): Carriers {
  const nodes: Node[] = []
  const steps: ((from: readonly bigint[], to: bigint[]) => void)[] = []
  for (const word of source.words) {
    const last = word.fields.length - 1
    const used = word.fields.map(({ index }) => rows.some((row) => row[index] !== 0n))
    const first = open ? openFrom(word, rows, used) : last
    for (const [k, field] of word.fields.entries()) {
      const isOpen = k >= first && k <= last
      const previous = k > first ? word.fields[k - 1] : undefined
      if (!used[k] && !(previous && isOpen)) continue
      const at = nodes.length
      nodes.push(
        named(
          isOpen ? shrU(word.node, field.pos) : extract(word, k),
          `${source.letter ?? 'h'}${field.index}`,
        ),
      )
      const gap = previous ? BigInt(field.pos - previous.pos) : 0n
      steps.push((from, to) => {
        to[at] = from[field.index]! - (previous ? from[previous.index]! << gap : 0n)
      })
    }
  }
  return {
    nodes,
    transform(from) {
      const to: bigint[] = new Array(nodes.length).fill(0n)
      for (const step of steps) step(from, to)
      return to.map((c) => BigInt.asIntN(64, c))
    },
  }
}

/** The first field from which on leaving out masks pays. */
function openFrom(word: FieldWord, rows: readonly (readonly bigint[])[], used: boolean[]): number {
  const last = word.fields.length - 1
  let best = last
  let bestGain = 0
  let gain = 0
  for (let k = last - 1; k >= 0; k--) {
    const a = word.fields[k]!.index
    const b = word.fields[k + 1]!.index
    // the mask is saved; a row that uses this field but not the next needs the next one's shift too
    const extra = rows.filter((row) => row[a] !== 0n && row[b] === 0n).length
    const unpack = used[k + 1] ? 0 : 352
    gain += (used[k] ? 101 : 0) - 336 * extra - (extra > 0 ? unpack : 0)
    if (gain > bestGain) {
      bestGain = gain
      best = k
    }
  }
  return best
}

/** Every value as a number of its own, an i64. */
export function readValues(source: Source): { node: Node; offset: bigint; min: bigint; max: bigint }[] {
  const nodes = new Map<number, Node>()
  for (const word of source.words) {
    for (const [at, { index }] of word.fields.entries()) nodes.set(index, extract(word, at))
  }
  return source.values.map((value, i) => {
    const field = nodes.get(i)
    const ends = [value.sign * value.lo + value.offset, value.sign * value.hi + value.offset]
    const min = BigInt(Math.min(...ends))
    const max = BigInt(Math.max(...ends))
    if (!field) return { node: i64(value.offset), offset: 0n, min, max }
    if (value.sign === 1) return { node: field, offset: BigInt(-value.offset), min, max }
    return { node: sub(i64(value.offset), field), offset: 0n, min, max }
  })
}
