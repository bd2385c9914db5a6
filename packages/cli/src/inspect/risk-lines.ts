import type { Style } from '@inkling/lab/terminal'
import { wrap } from '@inkling/lab/terminal'
import { type Finding, findRisks, type Severity, StylusRuleError, WasmFormatError } from '@inkling/wasm'
import type { FunctionInk } from './function-ink.ts'

/** Findings of a module; undefined where it could not be read far enough to look. */
export function risksOf(wasm: Uint8Array, functions: readonly FunctionInk[]): Finding[] | undefined {
  try {
    return findRisks(wasm, new Map(functions.map(({ index, name }) => [index, name])))
  } catch (error) {
    if (error instanceof StylusRuleError || error instanceof WasmFormatError) return undefined
    throw error
  }
}

const RANK: Record<Severity, number> = { serious: 2, look: 1, note: 0 }

/** Whether something is at least as urgent as `limit`. */
export function reaches(findings: readonly Finding[] | undefined, limit: string | undefined): boolean {
  if (limit === undefined) return false
  return (findings ?? []).some(({ severity }) => RANK[severity] >= RANK[limit as Severity])
}

/** `serious  anyone-writes  it writes storage and never asks who calls (storage_cache_bytes32)`, with why and what next. */
export function* riskLines(findings: readonly Finding[] | undefined, style: Style): Generator<string> {
  if (findings === undefined) return
  yield ''
  if (findings.length === 0) {
    yield 'Static checks: nothing found, which proves nothing.'
    return
  }
  yield 'Static checks, a reason to look each, no proof:'
  for (const { severity, id, what, why, next, detail } of findings) {
    const text = (words: string) => wrap(words, style.width, 11)
    yield `  ${severity.padEnd(9)}${id}`
    yield* text(`${what} (${detail})`)
    if (severity === 'note') continue
    yield* text(`why: ${why}`)
    yield* text(`next: ${next}`)
  }
}
