import type { Network } from './network.ts'
import { head } from './rust-text.ts'

/** v4: one expression a neuron, weights as immediates. A weight of 0 costs nothing. */
export function emitUnrolled(network: Network): string {
  const sum = (weights: number[], bias: number, from: string) => {
    const terms = weights.flatMap((w, i) =>
      w === 0 ? [] : [`${w < 0 ? '-' : '+'} ${Math.abs(w)} * ${from}[${i}]`],
    )
    return wrapTerms(String(bias), terms)
  }
  const hidden = network.hidden.weights.map(
    (row, o) => `        scale(${o}, ${sum(row, network.hidden.bias[o] as number, 'x')}),`,
  )
  const output = network.output.weights.map(
    (row, o) => `        ${sum(row, network.output.bias[o] as number, 'h')},`,
  )
  return `${head(['Straight line: no loop, every weight part of an instruction.'], network.name)}use crate::finish::scale;
use crate::model::{HIDDEN, INPUTS, OUTPUTS};

/// The hidden layer.
#[inline]
pub(crate) fn hidden(x: &[i32; INPUTS]) -> [i32; HIDDEN] {
    [
${hidden.join('\n')}
    ]
}

/// The scores.
#[inline]
pub(crate) fn output(h: &[i32; HIDDEN]) -> [i32; OUTPUTS] {
    [
${output.join('\n')}
    ]
}
`
}

function wrapTerms(first: string, terms: string[]): string {
  let text = first
  let column = 20
  for (const term of terms) {
    column += term.length + 1
    if (column > 100) {
      text += '\n           '
      column = 12 + term.length
    }
    text += ` ${term}`
  }
  return text
}
