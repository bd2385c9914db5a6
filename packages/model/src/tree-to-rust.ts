import { ModelError } from './errors.ts'
import { rustHeader } from './rust-header.ts'
import { isSplit, type LeafNode, type SplitNode, type TreeModel } from './types.ts'

/** First child number that means a leaf in the generated table. */
const LEAF = 128

/** The tree has a shape the one-byte table cannot hold. */
export class TreeTooLargeError extends ModelError {
  override name = 'TreeTooLargeError'
}

/**
 * Rust source `model.rs` of a tree: constants and two tables, no code. A child below `LEAF` is a split,
 * from `LEAF` on it is leaf `child - LEAF`. Every byte of a table is a byte of the wasm data segment,
 * which costs 0.75 gas a call, so splits take four bytes and scores the narrowest integer that fits.
 *
 * The text is what rustfmt leaves alone.
 *
 * @param source what the first line names as the generator.
 * @throws TreeTooLargeError above 128 splits or leaves, 256 features, or thresholds that are not bytes.
 */
export function treeToRust(model: TreeModel, source = 'train.ts'): string {
  const nodes = model.trees[0].nodes
  const splits = nodes.filter(isSplit)
  const leaves = nodes.filter((node): node is LeafNode => !isSplit(node))
  if (splits.length > LEAF || leaves.length > 256 - LEAF) {
    throw new TreeTooLargeError(
      `tree: ${splits.length} splits and ${leaves.length} leaves; the table holds 128 of each. Train with a smaller maxDepth.`,
    )
  }
  const number = new Map<number, number>()
  let split = 0
  let leaf = LEAF
  for (const [i, node] of nodes.entries()) number.set(i, isSplit(node) ? split++ : leaf++)
  const child = (index: number) => {
    const n = number.get(index)!
    if (n < LEAF) return `${n}`
    return n === LEAF ? 'LEAF' : `LEAF + ${n - LEAF}`
  }
  const score = scoreType(leaves.flatMap((node) => node.scores))
  const rows = splits.map((node) => splitLine(node, child))
  return `${rustHeader(model, source)}
/// One question: does the feature's value stay at or below the threshold?
pub struct Split {
    pub feature: u8,
    pub threshold: u8,
    /// Where to go when it does. Below \`LEAF\`: the next split. From \`LEAF\` on: a leaf.
    pub left: u8,
    /// Where to go when it does not.
    pub right: u8,
}

pub const LEAF: u8 = ${LEAF};

/// Where every walk starts.
pub const ROOT: u8 = ${child(0)};

#[rustfmt::skip]
pub static SPLITS: [Split; ${splits.length}] = [
${rows.join('\n')}
];

/// How many training rows of each label ended in a leaf: ${model.output.labels.join(', ')}.
#[rustfmt::skip]
pub static LEAVES: [[${score}; LABELS]; ${leaves.length}] = [
${leaves.map((node) => `    [${node.scores.join(', ')}],`).join('\n')}
];
`
}

function splitLine(node: SplitNode, child: (index: number) => string): string {
  if (node.feature > 255 || node.threshold < 0 || node.threshold > 255) {
    throw new TreeTooLargeError(
      `tree: feature ${node.feature}, threshold ${node.threshold}; the table holds bytes`,
    )
  }
  return `    Split { feature: ${node.feature}, threshold: ${node.threshold}, left: ${child(node.left)}, right: ${child(node.right)} },`
}

function scoreType(scores: number[]): string {
  const low = Math.min(...scores)
  const high = Math.max(...scores)
  if (low >= 0 && high <= 255) return 'u8'
  if (low >= -32_768 && high <= 32_767) return 'i16'
  return 'i32'
}
