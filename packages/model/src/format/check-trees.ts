import { integer, integers, need, record } from './check.ts'

const MAX_TREES = 4096
const MAX_NODES = 1_000_000

/** Checks the trees of a model: at least one, each node has one parent and the right number of scores. */
export function checkTrees(value: unknown, inputs: number, scores: number): void {
  need(
    Array.isArray(value) && value.length > 0 && value.length <= MAX_TREES,
    'trees',
    `needs 1 to ${MAX_TREES} trees`,
  )
  for (const [i, tree] of (value as unknown[]).entries()) checkTree(tree, `trees[${i}]`, inputs, scores)
}

/** Children must come after their parent and have one parent each: so every walk ends. */
function checkTree(value: unknown, path: string, inputs: number, scores: number): void {
  const { nodes } = record(value, path, ['nodes'])
  need(Array.isArray(nodes) && nodes.length > 0, `${path}.nodes`, 'is empty')
  need(nodes.length <= MAX_NODES, `${path}.nodes`, `has more than ${MAX_NODES} nodes`)
  const seen = new Uint8Array(nodes.length)
  seen[0] = 1
  for (const [i, item] of (nodes as unknown[]).entries()) {
    const at = `${path}.nodes[${i}]`
    const isSplit = typeof item === 'object' && item !== null && 'feature' in item
    const node = record(item, at, isSplit ? ['feature', 'threshold', 'left', 'right'] : ['scores'])
    need(seen[i] === 1, at, 'has no parent')
    if (!isSplit) {
      integers(node.scores, `${at}.scores`, scores)
      continue
    }
    integer(node.feature, `${at}.feature`, 0, inputs - 1)
    integer(node.threshold, `${at}.threshold`)
    for (const side of ['left', 'right']) {
      const child = node[side] as number
      const later = Number.isSafeInteger(child) && child > i && child < nodes.length
      need(later, `${at}.${side}`, `is ${child}, not a later node`)
      need(seen[child] === 0, `${at}.${side}`, `is ${child}, which has another parent`)
      seen[child] = 1
    }
  }
}
