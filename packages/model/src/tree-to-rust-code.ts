import { rustHeader } from './rust-header.ts'
import { isSplit, type TreeModel } from './types.ts'

/**
 * Rust source `model.rs` of a tree as nested `if`s: one function `scores`, no tables. The thresholds are
 * immediates in the code, so nothing goes into the wasm data segment; a large tree makes large code instead.
 *
 * @param source what the first line names as the generator, for example `train.ts`.
 */
export function treeToRustCode(model: TreeModel, source = 'train.ts'): string {
  const { nodes } = model.trees[0]
  const { min } = model.input
  const write = (at: number, indent: string): string => {
    const node = nodes[at]!
    if (!isSplit(node)) return `${indent}[${node.scores.join(', ')}]`
    const deeper = `${indent}    `
    const onlyMin = node.threshold === min[node.feature]
    const right = write(node.right, isSplit(nodes[node.right]!) ? indent : deeper)
    return [
      `${indent}if x[${node.feature}] ${onlyMin ? '==' : '<='} ${node.threshold} {`,
      write(node.left, deeper),
      isSplit(nodes[node.right]!)
        ? `${indent}} else ${right.trimStart()}`
        : `${indent}} else {\n${right}\n${indent}}`,
    ].join('\n')
  }
  return `${rustHeader(model, source)}
/// The leaf's scores: how many training rows of each label ended there (${model.output.labels.join(', ')}).
#[rustfmt::skip]
pub fn scores(x: &[u8; INPUT_LENGTH]) -> [i32; LABELS] {
${write(0, '    ')}
}
`
}
