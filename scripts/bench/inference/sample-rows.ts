import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hex } from 'viem'
import {
  boardInput,
  loadDigits8,
  loadMnist14,
  ticTacToeDecisions,
} from '../../../packages/model/src/data/index.ts'
import { type Model, packInput, parseCsv, quantizeInput } from '../../../packages/model/src/index.ts'
import { nameSplits, stepsOf } from '../../../packages/model/src/names/index.ts'
import { root } from '../../bootstrap/paths.mjs'

/**
 * Packed rows of a model's own data: what a transaction with a real input costs depends on its zero bytes. The first
 * `count` test rows where the data set has a test split, else rows spread over the file.
 */
export function sampleRows(model: Model, count: number): { rows: Hex[]; from: string } {
  const data = String(model.provenance.data ?? '')
  const pack = (row: ArrayLike<number>) => packInput(model, quantizeInput(model.input, row, 'clamp'))
  const images = data.includes('digits-8x8')
    ? loadDigits8()
    : data.includes('mnist-14x14')
      ? loadMnist14()
      : undefined
  if (images) {
    const { x, length, rows } = images.test
    const some = Math.min(count, rows)
    return {
      rows: Array.from({ length: some }, (_, r) => pack(x.subarray(r * length, (r + 1) * length))),
      from: `${some} rows of the test split`,
    }
  }
  if (/tic.?tac.?toe|minimax/i.test(`${data} ${model.name}`)) {
    const boards = ticTacToeDecisions()
    const step = Math.max(1, Math.floor(boards.length / count))
    const some = boards.filter((_, i) => i % step === 0).slice(0, count)
    return {
      rows: some.map(({ board }) => pack(boardInput(board))),
      from: `${some.length} positions of the game`,
    }
  }
  if (data.includes('names-')) {
    const { contexts } = stepsOf(nameSplits().test)
    const row = (i: number) => {
      const ones = [0, 1, 2].map((p) => 27 * p + contexts[3 * i + p]!)
      return pack(Array.from({ length: 81 }, (_, k) => (ones.includes(k) ? 1 : 0)))
    }
    return {
      rows: Array.from({ length: count }, (_, i) => row(i)),
      from: `${count} steps of names held out`,
    }
  }
  const { x } = parseCsv(readFileSync(join(root, data), 'utf8'))
  const step = Math.max(1, Math.floor(x.length / count))
  const some = x.filter((_, i) => i % step === 0).slice(0, count)
  return { rows: some.map(pack), from: `${some.length} rows of the data` }
}
