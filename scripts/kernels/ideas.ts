/** Every kernel of `rust-crates/kernels`, in the order of the ladder, and what is new in it. */
export const KERNELS: { name: string; idea: string }[] = [
  { name: 'v1', idea: 'loops over slices, weights in a static' },
  { name: 'v2', idea: 'shapes as types and iterators: no index is checked' },
  { name: 'v3', idea: 'weights stored into memory by code: no data segment' },
  { name: 'v4', idea: 'no loops, weights as immediates' },
  { name: 'v5', idea: 'several sums in one 64-bit word' },
  { name: 'v6', idea: 'v5, several neurons clamped at once' },
  { name: 'v7', idea: "v6 by Winograd's inner product" },
  { name: 'v8', idea: 'v6 on a net pruned in blocks' },
]

/** The example tree of `inkling-trees`, in three layouts. */
export const TREES: { name: string; idea: string }[] = [
  { name: 'tree_table', idea: 'a table of 12 bytes a split' },
  { name: 'tree_compact', idea: 'a table of 4 bytes a split' },
  { name: 'tree_branches', idea: 'branches in the code' },
]
