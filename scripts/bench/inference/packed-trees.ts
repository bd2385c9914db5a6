import { isSplit, type Model, type Tree } from '../../../packages/model/src/index.ts'
import { EvmAssembler } from './evm-assembler.ts'
import { checkInput, inputShift, inputWords, refusal } from './evm-input.ts'
import { bitsFor, type LaneWord, wordOf } from './lanes.ts'
import { answerLabel } from './packed-label.ts'

type TreesModel = Extract<Model, { trees: unknown }>

/**
 * Trees as EVM code: a compare and a jump a question, all scores of a leaf added at once, in lanes of one word.
 *
 * @returns undefined where it is more than a contract holds, or the scores need more than one word
 */
export function packedTrees(model: TreesModel): Uint8Array | undefined {
  const scores = model.output.rule === 'sign' ? 1 : model.output.labels.length
  const leaves = model.trees.map((tree) => tree.nodes.filter((node) => !isSplit(node)))
  const base = model.kind === 'tree' ? new Array<number>(scores).fill(0) : model.base
  // Each tree counts from its smallest leaf, so that sums never go below 0.
  const lowest = leaves.map((nodes) =>
    Math.min(...nodes.flatMap((node) => ('scores' in node ? node.scores : []))),
  )
  const highest = leaves.map((nodes) =>
    Math.max(...nodes.flatMap((node) => ('scores' in node ? node.scores : []))),
  )
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  const offset = Math.min(...base) + sum(lowest)
  const width = bitsFor(Math.max(...base) + sum(highest) - offset)
  if (width * scores > 256) return undefined
  const lanes = Array.from({ length: scores }, (_, output) => ({
    output,
    position: output * width,
    width,
    offset,
  }))
  const word: LaneWord = {
    lanes,
    start: wordOf(lanes, ({ output }) => base[output]! - Math.min(...base)),
    weights: [],
  }

  const code = new EvmAssembler()
  checkInput(code, model.input)
  const words = inputWords(model.input)
  for (const [k, chunk] of words.entries()) {
    chunk.load(code)
    code.push(32 * k).op('MSTORE')
  }
  const place = new Map(
    words.flatMap(({ features }, k) => features.map(({ feature, byte }) => [feature, { k, byte }])),
  )
  const shift = inputShift(model.input)
  code.push(word.start)
  for (const [t, tree] of model.trees.entries()) {
    const add = (node: number) => {
      const leaf = tree.nodes[node] as { scores: number[] }
      const packed = wordOf(lanes, ({ output }) => leaf.scores[output]! - lowest[t]!)
      if (packed !== 0n) code.push(packed).op('ADD')
    }
    walk(code, tree, t, place, shift, add)
    code.label(`end ${t}`)
  }
  const at = 32 * words.length
  code.push(at).op('MSTORE')
  answerLabel(code, [word], at, model.output)
  refusal(code)
  const bytes = code.bytes()
  return bytes.length <= 24_500 ? bytes : undefined
}

function walk(
  code: EvmAssembler,
  tree: Tree,
  t: number,
  place: ReadonlyMap<number, { k: number; byte: number }>,
  shift: number,
  leaf: (node: number) => void,
): void {
  const visit = (at: number, isLast: boolean) => {
    const node = tree.nodes[at]!
    if (!isSplit(node)) {
      leaf(at)
      if (!isLast) code.pushLabel(`end ${t}`).op('JUMP')
      return
    }
    const { k, byte } = place.get(node.feature)!
    const threshold = node.threshold - shift
    if (threshold < 0) return visit(node.right, isLast)
    if (threshold >= 255) return visit(node.left, isLast)
    code
      .push(threshold)
      .push(32 * k)
      .op('MLOAD')
      .push(byte)
      .op('BYTE')
    // x > threshold
    code.op('GT').pushLabel(`right ${t} ${at}`).op('JUMPI')
    visit(node.left, false)
    code.label(`right ${t} ${at}`)
    visit(node.right, isLast)
  }
  visit(0, true)
}
