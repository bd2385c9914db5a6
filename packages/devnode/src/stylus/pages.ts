import { pageGas as wasmPageGas } from '@inkling/wasm'
import type { StylusParams } from '../arbos/params.ts'

export const UNPAYABLE = (1n << 64n) - 1n
const U16 = 0xffff

/** Pages open and ever open in the current transaction. Not journaled: `ever` survives reverts. */
export interface PageCounters {
  open: number
  ever: number
}

/** Gas for `pages` more pages. More than 128 can't be paid for. */
export function pageGas(pages: number, { open, ever }: PageCounters, params: StylusParams): bigint {
  const gas = wasmPageGas(pages, open, ever, params)
  return Number.isFinite(gas) ? BigInt(gas) : UNPAYABLE
}

/** Opens pages for a program or a memory.grow. The payment may fail; the counters move anyway. */
export function openPages(pages: number, counters: PageCounters): void {
  counters.open = Math.min(U16, counters.open + pages)
  counters.ever = Math.max(counters.ever, counters.open)
}
