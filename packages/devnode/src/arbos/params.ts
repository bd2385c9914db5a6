import type { ArbosProfile } from '../profiles.ts'
import type { State } from '../state/state.ts'

/** Stylus parameters the chain owner may change. Units as the chain stores them (Stylus VM specification, 3.9). */
export interface StylusParams {
  version: number
  /** Ink per gas, uint24. */
  inkPrice: number
  /** Words. */
  maxStackDepth: number
  freePages: number
  /** Gas per page. */
  pageGas: number
  /** Reported only; the page table is fixed. */
  pageRamp: number
  pageLimit: number
  /** Units of 128 gas. */
  minInitGas: number
  /** Units of 32 gas. */
  minCachedInitGas: number
  /** Units of 2 %. */
  initCostScalar: number
  /** Units of 2 %. */
  cachedCostScalar: number
  expiryDays: number
  keepaliveDays: number
  blockCacheSize: number
  /** Bytes. */
  maxWasmSize: number
  maxFragmentCount: number
  /** Gas burned by every activation, ArbOS 59 and later. */
  activationGas: bigint
}

export function genesisParams(profile: ArbosProfile): StylusParams {
  return {
    version: profile.stylusVersion,
    inkPrice: 10_000,
    maxStackDepth: profile.maxStackDepth,
    freePages: 2,
    pageGas: 1000,
    pageRamp: 620_674_314,
    pageLimit: 128,
    minInitGas: 69,
    minCachedInitGas: 11,
    initCostScalar: 50,
    cachedCostScalar: 50,
    expiryDays: 365,
    keepaliveDays: 31,
    blockCacheSize: 32,
    maxWasmSize: profile.maxWasmSize,
    maxFragmentCount: profile.maxFragmentCount,
    activationGas: 0n,
  }
}

export function stylusParams(state: State): StylusParams {
  return state.arbos.get('params') as StylusParams
}

export function setStylusParams(state: State, change: Partial<StylusParams>): void {
  state.set(state.arbos, 'params', { ...stylusParams(state), ...change })
}
