import type { CostEstimate } from './costs.ts'
import { CHAIN_DEFAULTS, PAGE_RAMP } from './prices.ts'

/** Chain parameters that the cost of entering a program depends on, as the chain stores them. */
export type EntryParameters = Omit<typeof CHAIN_DEFAULTS, 'inkPrice' | 'pageLimit'>

type Widened<T> = { [K in keyof T]: number }

/** Gas to enter a program, by part. */
export type EntryCost = {
  /** For the initial memory. */
  pages: number
  /** For preparing the program; 0 when it is cached. */
  init: number
  /** Paid on every call. */
  cached: number
  total: number
}

/**
 * Gas of holding `pages` more pages of memory, when `open` are open in the transaction and `ever` were at most.
 * Returns `Infinity` beyond 128 pages: no gas is enough.
 *
 * @example
 * ```ts
 * pageGas(2, 0, 0)  // 0: two pages are free
 * pageGas(17, 0, 0) // 15008
 * ```
 */
export function pageGas(
  pages: number,
  open: number,
  ever: number,
  parameters: Pick<Widened<EntryParameters>, 'freePages' | 'pageGas'> = CHAIN_DEFAULTS,
): number {
  const { freePages, pageGas: perPage } = parameters
  const newOpen = Math.min(0xffff, open + pages)
  const newEver = Math.max(ever, newOpen)
  if (newEver <= freePages) return 0
  const linear = perPage * (Math.max(0, newOpen - freePages) - Math.max(0, open - freePages))
  const ramp = (n: number) => PAGE_RAMP[n] ?? Number.POSITIVE_INFINITY
  // once beyond the table, the difference of two infinities must not become NaN
  const steep = ramp(newEver) === Number.POSITIVE_INFINITY ? ramp(newEver) : ramp(newEver) - ramp(ever)
  return linear + steep
}

/**
 * Gas that a call takes before the program's first instruction (Stylus version 2 and later). Not included: the EVM's
 * own cost of the call, and instructions and host calls of the program.
 *
 * @param program `estimate` and `initialPages` of a `ModuleReport`.
 * @param state `cached`: the program is in the chain's cache. `open`, `ever`: pages in this transaction so far.
 */
export function entryCost(
  program: { estimate: CostEstimate; initialPages: number },
  state: { cached?: boolean; open?: number; ever?: number } = {},
  parameters: Widened<EntryParameters> = CHAIN_DEFAULTS,
): EntryCost {
  const scaled = (cost: number, units: number) => Math.ceil((cost * units * 2) / 100)
  const pages = pageGas(program.initialPages, state.open ?? 0, state.ever ?? 0, parameters)
  const init = state.cached
    ? 0
    : parameters.minInitUnits * 128 + scaled(program.estimate.init, parameters.initCostScalarUnits)
  const cached =
    parameters.minCachedInitUnits * 32 + scaled(program.estimate.cached, parameters.cachedCostScalarUnits)
  return { pages, init, cached, total: pages + init + cached }
}
