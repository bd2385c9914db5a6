import { expect, test } from 'vitest'
import { handTree } from './fixtures.ts'
import { makeTreeModel } from './make-tree-model.ts'
import { TreeTooLargeError, treeToRust } from './tree-to-rust.ts'
import { treeToRustCode } from './tree-to-rust-code.ts'
import type { TreeNode } from './types.ts'

test('splits and leaves are numbered apart', () => {
  const rust = treeToRust(handTree())
  expect(rust).toContain(`pub static SPLITS: [Split; 2] = [
    Split { feature: 0, threshold: 0, left: LEAF, right: 1 },
    Split { feature: 1, threshold: 1, left: LEAF + 1, right: LEAF + 2 },
];`)
  expect(rust).toContain(
    'pub static LEAVES: [[u8; LABELS]; 3] = [\n    [9, 1],\n    [2, 2],\n    [0, 7],\n];',
  )
  expect(rust).toContain('pub const ROOT: u8 = 0;')
  expect(rust).toContain(`0x${handTree().sha256.slice(0, 2)}, 0x${handTree().sha256.slice(2, 4)}`)
})

test('as code: nested ifs, in the order of the tree', () => {
  expect(treeToRustCode(handTree(), 'a test')).toContain(`    if x[0] == 0 {
        [9, 1]
    } else if x[1] <= 1 {
        [2, 2]
    } else {
        [0, 7]
    }`)
})

test('a tree without a question starts on its leaf', () => {
  const rust = treeToRust(withNodes([{ scores: [300, -4] }]))
  expect(rust).toContain('pub const ROOT: u8 = LEAF;')
  expect(rust).toContain('[[i16; LABELS]; 1]')
  expect(treeToRust(withNodes([{ scores: [2 ** 31 - 1, 0] }]))).toContain('[[i32; LABELS]; 1]')
})

test('refuses what the one-byte table cannot hold', () => {
  const chain: TreeNode[] = []
  for (let i = 0; i < 129; i++)
    chain.push({ feature: 0, threshold: 1, left: 2 * i + 1, right: 2 * i + 2 }, { scores: [1, 0] })
  chain.push({ scores: [0, 1] })
  expect(() => treeToRust(withNodes(chain))).toThrow(TreeTooLargeError)
  const wide: TreeNode[] = [
    { feature: 0, threshold: 256, left: 1, right: 2 },
    { scores: [1, 0] },
    { scores: [0, 1] },
  ]
  expect(() => treeToRust(withNodes(wide))).toThrow('threshold 256')
})

test('refuses a range that does not begin at 0', () => {
  const model = handTree()
  const input = { ...model.input, min: [0, 1] }
  const shifted = makeTreeModel({ ...model, input, tree: model.trees[0], labels: model.output.labels })
  expect(() => treeToRust(shifted)).toThrow('feature 1 is 1')
})

function withNodes(nodes: TreeNode[]) {
  return makeTreeModel({ ...handTree(), tree: { nodes }, labels: ['safe', 'phishing'] })
}
