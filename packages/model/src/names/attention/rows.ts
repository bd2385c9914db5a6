import type { FloatRows } from '../../train/rows.ts'
import { symbolsOf } from '../alphabet.ts'
import { weightOf } from '../weights-table.ts'
import { attentionScores } from './attention-weights.ts'
import { type IntegerAttention, POSITIONS } from './types.ts'

/** A row a name: its start and letters, and behind each what follows; -1 where the name is over. */
export function attentionRows(names: readonly string[]): FloatRows {
  const x = new Float32Array(names.length * POSITIONS)
  const targets = new Float32Array(names.length * POSITIONS).fill(-1)
  for (const [i, name] of names.entries()) {
    const symbols = [0, ...symbolsOf(name)]
    x.set(symbols, i * POSITIONS)
    targets.set([...symbols.slice(1), 0], i * POSITIONS)
  }
  return { rows: names.length, x, targets }
}

/** Nats a symbol of some names, ends included, by the integer weights; and the share where the largest is right. */
export function judgeAttention(
  net: IntegerAttention,
  names: readonly string[],
): { nats: number; accuracy: number; steps: number } {
  let [nats, right, steps] = [0, 0, 0]
  for (const name of names) {
    const symbols = [0, ...symbolsOf(name)]
    for (let t = 1; t <= symbols.length; t++) {
      const weights = Array.from(attentionScores(net, symbols.slice(0, t)), weightOf)
      const next = symbols[t] ?? 0
      nats -= Math.log(weights[next]! / weights.reduce((sum, weight) => sum + weight, 0))
      if (weights.indexOf(Math.max(...weights)) === next) right++
      steps++
    }
  }
  return { nats: nats / steps, accuracy: right / steps, steps }
}
