import type { ModelOutput } from '../../../packages/model/src/index.ts'
import type { EvmAssembler } from './evm-assembler.ts'
import { bitsFor, type LaneWord } from './lanes.ts'

/** Reads scores from the words in memory at `from` and answers the label as one byte. Lanes share their offset. */
export function answerLabel(
  code: EvmAssembler,
  words: readonly LaneWord[],
  from: number,
  output: ModelOutput,
): void {
  const take = (at: number, position: number, width: number) => {
    code.push(from + 32 * at).op('MLOAD')
    if (position > 0) code.push(position).op('SHR')
    if (position + width < 256) code.push((1n << BigInt(width)) - 1n).op('AND')
  }
  const lanes = words.flatMap((word, at) => word.lanes.map((lane) => ({ ...lane, at })))
  if (output.rule === 'sign') {
    const { at, position, width, offset } = lanes[0]!
    take(at, position, width)
    // score > 0 is lane > -offset
    if (offset > 0) code.op('POP').push(1)
    else code.push(-offset).op('LT')
  } else {
    // The highest key wins; of equal scores the lower index has the higher key.
    const indexBits = bitsFor(lanes.length - 1)
    const last = 2 ** indexBits - 1
    for (const [i, { at, position, width, output: o }] of lanes.entries()) {
      take(at, position, width)
      code
        .push(indexBits)
        .op('SHL')
        .push(last - o)
        .op('OR')
      if (i > 0) code.dup(2).dup(2).op('GT').swap(1).dup(3).op('XOR', 'MUL', 'XOR')
    }
    code.push(last).op('AND').push(last).op('SUB')
  }
  code.push(0).op('MSTORE8').push(1).push(0).op('RETURN')
}
