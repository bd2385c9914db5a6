import { isSplit, type Tree } from '../../types.ts'

/** A tree with leaves of any kind, after what the input's range decides was taken out. */
export type Shape<T> = { leaf: T } | { feature: number; threshold: number; yes: Shape<T>; no: Shape<T> }

/**
 * The part of a tree that inputs within their range can reach. A test whose outcome the range or an earlier test
 * decides is left out, and so is one whose two sides are equal. `yes` is taken where x <= threshold.
 *
 * @param leaf what a leaf becomes; two leaves with the same `key` are equal.
 */
export function reachable<T>(
  tree: Tree,
  min: readonly number[],
  max: readonly number[],
  leaf: (scores: number[]) => T,
  key: (value: T) => string,
): Shape<T> {
  const ranges = new Map<number, [number, number]>()
  const visit = (at: number): Shape<T> => {
    const node = tree.nodes[at]!
    if (!isSplit(node)) return { leaf: leaf(node.scores) }
    const { feature, threshold } = node
    const known = ranges.get(feature)
    const [lo, hi] = known ?? [min[feature]!, max[feature]!]
    if (hi <= threshold) return visit(node.left)
    if (lo > threshold) return visit(node.right)
    ranges.set(feature, [lo, threshold])
    const yes = visit(node.left)
    ranges.set(feature, [threshold + 1, hi])
    const no = visit(node.right)
    if (known) ranges.set(feature, known)
    else ranges.delete(feature)
    if (same(yes, no, key)) return yes
    return { feature, threshold, yes, no }
  }
  return visit(0)
}

function same<T>(a: Shape<T>, b: Shape<T>, key: (value: T) => string): boolean {
  if ('leaf' in a || 'leaf' in b) return 'leaf' in a && 'leaf' in b && key(a.leaf) === key(b.leaf)
  return (
    a.feature === b.feature && a.threshold === b.threshold && same(a.yes, b.yes, key) && same(a.no, b.no, key)
  )
}
