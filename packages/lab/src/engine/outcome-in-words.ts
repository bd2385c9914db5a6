import type { CallOutcome } from '../types.ts'

const PANICS: Record<string, string> = {
  '1': 'assert failed',
  '17': 'arithmetic overflow',
  '18': 'division by zero',
  '50': 'index out of bounds',
}

/** `WrongLength(9, 8)`, `Panic: arithmetic overflow`, `revert data 0x...`. */
export function revertInWords(revert: NonNullable<CallOutcome['revert']>): string {
  if (revert.name === 'Panic')
    return `Panic: ${PANICS[String(revert.args?.[0])] ?? `code ${revert.args?.[0]}`}`
  if (revert.name === 'Error') return `reverted: ${String(revert.args?.[0])}`
  if (revert.name !== undefined) return `${revert.name}(${(revert.args ?? []).map(String).join(', ')})`
  if (revert.data === '0x') return 'reverted without data'
  const data = revert.data.length > 74 ? `${revert.data.slice(0, 74)}...` : revert.data
  return `revert data ${data}`
}

/**
 * What a call gave, as one value that compares with `expectEqual`: its result, or what happened instead
 * (`reverts with WrongLength(9, 8)`, `stops: panic ...`).
 */
export function outcomeInWords(
  outcome: Pick<CallOutcome, 'value' | 'revert' | 'trap'>,
  decode: (value: unknown) => unknown = (value) => value,
): unknown {
  if (outcome.revert !== undefined) {
    const words = revertInWords(outcome.revert)
    return words.startsWith('revert')
      ? words.replace(/^revert data/, 'reverts with data')
      : `reverts with ${words}`
  }
  if (outcome.trap !== undefined) return `stops: ${outcome.trap}`
  return decode(outcome.value)
}
